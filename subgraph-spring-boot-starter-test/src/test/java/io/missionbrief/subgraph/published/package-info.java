/** Tests of the form in which events leave a subgraph. */
@NullMarked
package io.missionbrief.subgraph.published;

import org.jspecify.annotations.NullMarked;
