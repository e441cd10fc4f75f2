/** What the tests of a subgraph stand on. */
@NullMarked
package io.missionbrief.subgraph.test;

import org.jspecify.annotations.NullMarked;
