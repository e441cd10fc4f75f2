/** Many rows by one statement. */
@NullMarked
package io.missionbrief.subgraph.bulk;

import org.jspecify.annotations.NullMarked;
