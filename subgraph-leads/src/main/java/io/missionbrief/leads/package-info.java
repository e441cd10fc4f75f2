/** The subgraph of leads and their applications. */
@NullMarked
package io.missionbrief.leads;

import org.jspecify.annotations.NullMarked;
