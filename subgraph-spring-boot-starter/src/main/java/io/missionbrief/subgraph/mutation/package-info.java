/** How a change is made: its outcome as a value, in one transaction, once for each idempotency key. */
@NullMarked
package io.missionbrief.subgraph.mutation;

import org.jspecify.annotations.NullMarked;
