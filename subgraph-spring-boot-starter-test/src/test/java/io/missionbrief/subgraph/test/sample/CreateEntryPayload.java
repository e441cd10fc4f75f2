package io.missionbrief.subgraph.test.sample;

import io.missionbrief.subgraph.mutation.UserError;
import java.util.List;
import org.jspecify.annotations.Nullable;

record CreateEntryPayload(@Nullable Entry entry, List<UserError> userErrors) {}
