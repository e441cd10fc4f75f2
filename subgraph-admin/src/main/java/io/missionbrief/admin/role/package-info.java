/** What a role lets its holder do. */
@NullMarked
package io.missionbrief.admin.role;

import org.jspecify.annotations.NullMarked;
