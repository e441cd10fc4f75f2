package io.missionbrief.subgraph.graphql;

import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import io.missionbrief.subgraph.error.ErrorCode;
import io.missionbrief.subgraph.error.ErrorEntry;
import io.missionbrief.subgraph.error.RequestException;
import io.missionbrief.subgraph.observability.RequestContext;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.graphql.data.federation.RepresentationException;
import org.springframework.graphql.data.federation.RepresentationNotResolvedException;
import org.springframework.validation.BindException;

/** Makes the entries of {@code errors[]}: each has a code of the closed set, and none tells of the inside. */
final class Errors {

    private static final Logger log = LoggerFactory.getLogger(Errors.class);

    private Errors() {}

    /** What the client is told about a failure; one that is ours is logged, and told by nothing but the request's id. */
    static GraphQLError of(Throwable failure, GraphqlErrorBuilder<?> at, @Nullable RequestContext request) {
        RequestException reason = reason(failure);
        if (reason == null) {
            log.error("A request failed", failure);
            reason = internal(request);
        }
        return ErrorEntry.of(reason, at);
    }

    /** The error for what must not be told; the caller has logged it. */
    static RequestException internal(@Nullable RequestContext request) {
        if (request == null) {
            return new RequestException(ErrorCode.INTERNAL, "Something went wrong on our side; try again later");
        }
        return new RequestException(
                ErrorCode.INTERNAL,
                "Something went wrong on our side: tell support the request id " + request.requestId(),
                Map.of("requestId", request.requestId()));
    }

    private static @Nullable RequestException reason(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case RequestException reason -> {
                    return reason;
                }
                case BindException _ -> {
                    return new RequestException(ErrorCode.BAD_USER_INPUT, "The arguments do not fit the schema");
                }
                case RepresentationNotResolvedException _ -> {
                    // Ours: an entity method has to answer null in place.
                    return null;
                }
                case RepresentationException _ -> {
                    return new RequestException(
                            ErrorCode.BAD_USER_INPUT,
                            "A representation has no '__typename' of an entity that this subgraph resolves");
                }
                default -> {
                    // Perhaps its cause is one for the client.
                }
            }
        }
        return null;
    }
}
