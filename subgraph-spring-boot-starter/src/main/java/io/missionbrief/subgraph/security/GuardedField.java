package io.missionbrief.subgraph.security;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import org.jspecify.annotations.Nullable;

/** Fetches a field for those who hold its scopes; for others nothing is looked up. */
record GuardedField(ScopeGuard guard, DataFetcher<?> fetcher) implements DataFetcher<Object> {

    @Override
    public @Nullable Object get(DataFetchingEnvironment environment) throws Exception {
        guard.check(ScopeGuard.caller(environment));
        return fetcher.get(environment);
    }
}
