package io.missionbrief.subgraph.security;

import graphql.ErrorClassification;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.execution.DataFetcherResult;
import graphql.execution.ResultPath;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.DataFetchingEnvironmentImpl;
import io.missionbrief.subgraph.error.ErrorCode;
import io.missionbrief.subgraph.error.RequestException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Fetches entities for those who hold the scopes of their types. A representation of another type costs only its own
 * place: null there, and an error that points at it.
 */
record GuardedEntities(Map<String, ScopeGuard> guards, DataFetcher<?> fetcher) implements DataFetcher<Object> {

    static final int LIMIT = 1_000;

    private static final String REPRESENTATIONS = "representations";

    @Override
    public @Nullable Object get(DataFetchingEnvironment environment) throws Exception {
        List<Map<String, Object>> asked = environment.getArgumentOrDefault(REPRESENTATIONS, List.of());
        if (asked.size() > LIMIT) {
            throw new RequestException(
                    ErrorCode.QUERY_TOO_COMPLEX,
                    "_entities takes at most " + LIMIT + " representations a call and got " + asked.size());
        }
        Actor actor = ScopeGuard.caller(environment);
        List<Integer> open = new ArrayList<>();
        List<GraphQLError> refusals = new ArrayList<>();
        for (int place = 0; place < asked.size(); place++) {
            ScopeGuard guard = guards.get(String.valueOf(asked.get(place).get("__typename")));
            if (guard == null || guard.allows(actor)) {
                open.add(place);
            } else {
                refusals.add(error(environment, place, guard.refusal(actor)));
            }
        }
        return refusals.isEmpty() ? fetcher.get(environment) : fetch(environment, asked, open, refusals);
    }

    private Object fetch(
            DataFetchingEnvironment environment,
            List<Map<String, Object>> asked,
            List<Integer> open,
            List<GraphQLError> refusals)
            throws Exception {
        if (open.isEmpty()) {
            return result(asked.size(), open, List.of(), refusals);
        }
        List<Map<String, Object>> allowed = open.stream().map(asked::get).toList();
        DataFetchingEnvironment narrowed = DataFetchingEnvironmentImpl.newDataFetchingEnvironment(environment)
                .arguments(Map.of(REPRESENTATIONS, allowed))
                .build();
        if (!(fetcher.get(narrowed) instanceof Mono<?> entities)) {
            throw new IllegalStateException("Entities are fetched as a Mono");
        }
        return entities.map(found -> {
            DataFetcherResult<?> inner = (DataFetcherResult<?>) found;
            inner.getErrors().forEach(error -> refusals.add(moved(environment, error, open)));
            List<?> data = inner.getData() instanceof List<?> list ? list : List.of();
            return result(asked.size(), open, data, refusals);
        });
    }

    private static GraphQLError error(DataFetchingEnvironment environment, int place, RequestException refusal) {
        Map<String, Object> extensions = new LinkedHashMap<>(refusal.extensions());
        extensions.put("code", refusal.code().name());
        return GraphqlErrorBuilder.newError(environment)
                .message("%s", refusal.getMessage())
                .errorType(
                        ErrorClassification.errorClassification(refusal.code().name()))
                .path(path(environment).segment(place))
                .extensions(extensions)
                .build();
    }

    /** An error of a fetched entity, its path pointing at the place that was asked for. */
    private static GraphQLError moved(DataFetchingEnvironment environment, GraphQLError error, List<Integer> open) {
        List<Object> path = error.getPath();
        int depth = path(environment).toList().size();
        if (path == null || path.size() <= depth || !(path.get(depth) instanceof Integer place)) {
            return error;
        }
        List<Object> moved = new ArrayList<>(path);
        moved.set(depth, open.get(place));
        return GraphqlErrorBuilder.newError()
                .message("%s", error.getMessage())
                .locations(error.getLocations())
                .errorType(error.getErrorType())
                .extensions(error.getExtensions())
                .path(moved)
                .build();
    }

    private static ResultPath path(DataFetchingEnvironment environment) {
        return environment.getExecutionStepInfo().getPath();
    }

    private static DataFetcherResult<List<@Nullable Object>> result(
            int size, List<Integer> open, List<?> found, List<GraphQLError> errors) {
        List<@Nullable Object> entities = new ArrayList<@Nullable Object>(Collections.nCopies(size, null));
        for (int i = 0; i < found.size(); i++) {
            entities.set(open.get(i), found.get(i));
        }
        return DataFetcherResult.<List<@Nullable Object>>newResult()
                .data(entities)
                .errors(errors)
                .build();
    }
}
