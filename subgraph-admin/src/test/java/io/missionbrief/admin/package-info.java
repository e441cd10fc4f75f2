/** What the subgraph promises, called as its clients call it. */
@NullMarked
package io.missionbrief.admin;

import org.jspecify.annotations.NullMarked;
