/** Everything on one machine, without Docker: PostgreSQL, the subgraphs as contexts of one JVM, and the router. */
@NullMarked
package io.missionbrief.stack;

import org.jspecify.annotations.NullMarked;
