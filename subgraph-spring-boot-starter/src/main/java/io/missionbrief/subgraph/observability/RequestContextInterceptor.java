package io.missionbrief.subgraph.observability;

import io.missionbrief.subgraph.security.Callers;
import io.missionbrief.subgraph.security.ConnectionInit;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.server.WebSocketGraphQlRequest;
import reactor.core.publisher.Mono;

/** Carries the context of a GraphQL request, now with its actor, to every thread that fetches a field of it. */
final class RequestContextInterceptor implements WebGraphQlInterceptor, Ordered {

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        RequestContext context = named(request).by(Callers.of(request));
        request.configureExecutionInput((input, builder) ->
                builder.graphQLContext(Map.of(RequestContext.class, context)).build());
        RequestContextAccessor.bindAgain(context);
        return chain.next(request).contextWrite(reactor -> reactor.put(RequestContextAccessor.KEY, context));
    }

    private static RequestContext named(WebGraphQlRequest request) {
        if (request instanceof WebSocketGraphQlRequest message) {
            ConnectionInit init = ConnectionInit.of(message.getSessionInfo());
            return new RequestContext(
                    RequestId.of(first(init.value(RequestId.HEADER), request, RequestId.HEADER)),
                    Traceparent.of(first(init.value(Traceparent.HEADER), request, Traceparent.HEADER)),
                    null);
        }
        RequestContext current = RequestContext.current();
        return current != null ? current : RequestContext.begin();
    }

    private static @Nullable String first(@Nullable String value, WebGraphQlRequest request, String header) {
        return value != null ? value : request.getHeaders().getFirst(header);
    }
}
