package io.missionbrief.subgraph.graphql;

import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import io.missionbrief.subgraph.observability.RequestContext;
import org.springframework.graphql.execution.SubscriptionExceptionResolverAdapter;

/** Answers the failure that a subscription's stream ends with. */
final class StreamFailureAnswer extends SubscriptionExceptionResolverAdapter {

    StreamFailureAnswer() {
        // The stream may end on any thread; the request it belongs to follows it there.
        setThreadLocalContextAware(true);
    }

    @Override
    protected GraphQLError resolveToSingleError(Throwable failure) {
        return Errors.of(failure, GraphqlErrorBuilder.newError(), RequestContext.current());
    }
}
