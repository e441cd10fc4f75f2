package io.missionbrief.subgraph.graphql;

import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import io.missionbrief.subgraph.observability.RequestContext;
import org.springframework.graphql.execution.SubscriptionExceptionResolverAdapter;

/** Answers the failure that a subscription's stream ends with. */
final class StreamFailureAnswer extends SubscriptionExceptionResolverAdapter {

    @Override
    protected GraphQLError resolveToSingleError(Throwable failure) {
        return Errors.of(failure, GraphqlErrorBuilder.newError(), RequestContext.current());
    }
}
