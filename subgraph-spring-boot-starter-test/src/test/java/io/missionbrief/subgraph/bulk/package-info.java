/** What many rows by one statement promise, against PostgreSQL. */
@NullMarked
package io.missionbrief.subgraph.bulk;

import org.jspecify.annotations.NullMarked;
