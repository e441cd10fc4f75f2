/** The rules, kept by the starter and broken by a package made for it. */
@NullMarked
package io.missionbrief.subgraph.test.architecture;

import org.jspecify.annotations.NullMarked;
