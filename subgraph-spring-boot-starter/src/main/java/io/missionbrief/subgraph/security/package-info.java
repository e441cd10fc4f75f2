/** Who is calling and what the caller may do. */
@NullMarked
package io.missionbrief.subgraph.security;

import org.jspecify.annotations.NullMarked;
