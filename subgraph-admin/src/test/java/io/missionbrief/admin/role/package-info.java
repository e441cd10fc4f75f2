/** What the table of roles holds. */
@NullMarked
package io.missionbrief.admin.role;

import org.jspecify.annotations.NullMarked;
