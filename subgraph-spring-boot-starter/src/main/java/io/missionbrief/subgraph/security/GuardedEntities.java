package io.missionbrief.subgraph.security;

import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.execution.DataFetcherResult;
import graphql.execution.ResultPath;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.DataFetchingEnvironmentImpl;
import io.missionbrief.subgraph.error.ErrorCode;
import io.missionbrief.subgraph.error.ErrorEntry;
import io.missionbrief.subgraph.error.RequestException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Fetches entities for those who hold the scopes of their types. A representation of another type, or that is none, costs
 * only its own place: null there, and an error that points at it.
 */
record GuardedEntities(Map<String, ScopeGuard> guards, DataFetcher<?> fetcher) implements DataFetcher<Object> {

    private static final String REPRESENTATIONS = "representations";

    @Override
    public @Nullable Object get(DataFetchingEnvironment environment) throws Exception {
        List<?> asked = environment.getArgumentOrDefault(REPRESENTATIONS, List.of());
        Actor actor = ScopeGuard.caller(environment);
        List<Integer> open = new ArrayList<>();
        List<GraphQLError> refusals = new ArrayList<>();
        for (int place = 0; place < asked.size(); place++) {
            RequestException refusal = refusal(asked.get(place), actor);
            if (refusal == null) {
                open.add(place);
            } else {
                refusals.add(error(environment, place, refusal));
            }
        }
        return refusals.isEmpty() ? fetcher.get(environment) : fetch(environment, asked, open, refusals);
    }

    private @Nullable RequestException refusal(@Nullable Object representation, Actor actor) {
        if (!(representation instanceof Map<?, ?> fields)) {
            return new RequestException(
                    ErrorCode.BAD_USER_INPUT,
                    "A representation is no object: give one with '__typename' and the fields of a key");
        }
        ScopeGuard guard = guards.get(String.valueOf(fields.get("__typename")));
        return guard == null || guard.allows(actor) ? null : guard.refusal(actor);
    }

    private Object fetch(
            DataFetchingEnvironment environment, List<?> asked, List<Integer> open, List<GraphQLError> refusals)
            throws Exception {
        if (open.isEmpty()) {
            return result(asked.size(), open, List.of(), refusals);
        }
        List<?> allowed = open.stream().map(asked::get).toList();
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
        GraphqlErrorBuilder<?> at = GraphqlErrorBuilder.newError(environment);
        return ErrorEntry.of(refusal, at.path(path(environment).segment(place)));
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
