package io.missionbrief.subgraph.event;

import org.jspecify.annotations.Nullable;

/**
 * What became of one field. Values are written as JSON.
 *
 * @param before null when the field had no value
 * @param after null when the field has no value any more
 */
record Change(@Nullable Object before, @Nullable Object after) {}
