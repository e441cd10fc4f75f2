/** The table that knows which workspaces are open. */
@NullMarked
package io.missionbrief.admin.directory;

import org.jspecify.annotations.NullMarked;
