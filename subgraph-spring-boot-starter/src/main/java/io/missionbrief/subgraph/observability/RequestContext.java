package io.missionbrief.subgraph.observability;

import io.missionbrief.subgraph.security.Actor;
import org.jspecify.annotations.Nullable;

/**
 * By what one request is found again in logs, traces, events and the audit: bound to the thread that serves it, and to
 * the key {@code RequestContext.class} of its {@code GraphQLContext}.
 *
 * @param requestId the client's {@code x-request-id}, or one made here
 * @param traceparent the W3C trace context in which the request runs
 * @param actor who calls; null until the token was checked
 */
public record RequestContext(
        String requestId, Traceparent traceparent, @Nullable Actor actor) {

    /** A request that begins here: work in the background, or a client that sent nothing. */
    public static RequestContext begin() {
        return new RequestContext(RequestId.make(), Traceparent.begin(), null);
    }

    /** The request that this thread serves; null outside of requests. */
    public static @Nullable RequestContext current() {
        return RequestContextAccessor.CURRENT.get();
    }

    RequestContext by(@Nullable Actor caller) {
        return new RequestContext(requestId, traceparent, caller);
    }
}
