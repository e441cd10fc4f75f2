/** How a workspace comes to be: its key, its first event and its first owner. */
@NullMarked
package io.missionbrief.admin.opening;

import org.jspecify.annotations.NullMarked;
