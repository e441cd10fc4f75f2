/** Tests of what holds events against their schemas. */
@NullMarked
package io.missionbrief.subgraph.test.event;

import org.jspecify.annotations.NullMarked;
