package io.missionbrief.subgraph.graphql;

import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.schema.DataFetchingEnvironment;
import io.missionbrief.subgraph.observability.RequestContext;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.GraphQlExceptionHandler;
import org.springframework.web.bind.annotation.ControllerAdvice;

/**
 * Answers every failure of a field. An advice, and not only a resolver of exceptions: entity methods ask no other, and
 * would tell the client the exception's message.
 */
@ControllerAdvice
final class FailureAnswer {

    @GraphQlExceptionHandler
    GraphQLError answer(Throwable failure, DataFetchingEnvironment environment) {
        return Errors.of(failure, GraphqlErrorBuilder.newError(environment), request(environment));
    }

    private static @Nullable RequestContext request(DataFetchingEnvironment environment) {
        return environment.getGraphQlContext().getOrDefault(RequestContext.class, RequestContext.current());
    }
}
