/** Who works in which workspace, and in which role. */
@NullMarked
package io.missionbrief.admin.membership;

import org.jspecify.annotations.NullMarked;
