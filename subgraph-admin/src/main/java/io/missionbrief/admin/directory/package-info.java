/** Which workspaces there are, for the other subgraphs and for this one. */
@NullMarked
package io.missionbrief.admin.directory;

import org.jspecify.annotations.NullMarked;
