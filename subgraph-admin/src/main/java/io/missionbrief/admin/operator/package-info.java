/** What the operators of the platform see of all workspaces. */
@NullMarked
package io.missionbrief.admin.operator;

import org.jspecify.annotations.NullMarked;
