/** The rules that the code of every subgraph keeps, as tests. */
@NullMarked
package io.missionbrief.subgraph.test.architecture;

import org.jspecify.annotations.NullMarked;
