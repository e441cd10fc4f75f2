package io.missionbrief.subgraph.security;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.FieldCoordinates;
import graphql.schema.SelectedField;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes a change for those who may see all that they ask to see of it. Checked before anything is written: who gets an
 * error believes that nothing was.
 *
 * @param guards of every field of the schema that is guarded
 */
record GuardedMutation(Map<FieldCoordinates, ScopeGuard> guards, DataFetcher<?> fetcher)
        implements DataFetcher<Object> {

    @Override
    public @Nullable Object get(DataFetchingEnvironment environment) throws Exception {
        Actor actor = ScopeGuard.caller(environment);
        for (SelectedField selected : environment.getSelectionSet().getFields()) {
            for (String type : selected.getObjectTypeNames()) {
                ScopeGuard guard = guards.get(FieldCoordinates.coordinates(type, selected.getName()));
                if (guard != null) {
                    guard.check(actor);
                }
            }
        }
        return fetcher.get(environment);
    }
}
