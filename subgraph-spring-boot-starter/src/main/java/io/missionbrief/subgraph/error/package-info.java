/** The closed set of codes in {@code errors[].extensions.code}, and the exception that carries one to the client. */
@NullMarked
package io.missionbrief.subgraph.error;

import org.jspecify.annotations.NullMarked;
