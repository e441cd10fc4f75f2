/** That the tools of tests find what they are to find. */
@NullMarked
package io.missionbrief.subgraph.test;

import org.jspecify.annotations.NullMarked;
