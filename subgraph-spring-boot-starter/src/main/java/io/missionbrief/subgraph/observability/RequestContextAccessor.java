package io.missionbrief.subgraph.observability;

import io.micrometer.context.ThreadLocalAccessor;
import io.missionbrief.subgraph.security.Actor;
import io.missionbrief.subgraph.security.WorkspaceId;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Binds the context of a request to the thread and to its log lines, and lets it follow the request to other threads.
 * Found by the service loader.
 */
public final class RequestContextAccessor implements ThreadLocalAccessor<RequestContext> {

    static final String KEY = RequestContext.class.getName();
    static final ThreadLocal<@Nullable RequestContext> CURRENT = new ThreadLocal<>();

    @Override
    public Object key() {
        return KEY;
    }

    @Override
    public @Nullable RequestContext getValue() {
        return CURRENT.get();
    }

    @Override
    public void setValue(RequestContext context) {
        bind(context);
    }

    @Override
    public void setValue() {
        unbind();
    }

    static void bind(RequestContext context) {
        if (context.equals(CURRENT.get())) {
            return;
        }
        CURRENT.set(context);
        MDC.put("requestId", context.requestId());
        MDC.put("traceId", context.traceparent().traceId());
        Actor actor = context.actor();
        if (actor == null) {
            MDC.remove("user");
            MDC.remove("workspace");
            return;
        }
        MDC.put("user", actor.userId());
        WorkspaceId workspace = actor.workspace();
        MDC.put("workspace", workspace == null ? "none" : workspace.value());
    }

    /** Tells more about the request that this thread serves, where it serves one: whoever bound it will unbind it. */
    static void bindAgain(RequestContext context) {
        if (CURRENT.get() != null) {
            bind(context);
        }
    }

    static void unbind() {
        CURRENT.remove();
        MDC.remove("requestId");
        MDC.remove("traceId");
        MDC.remove("user");
        MDC.remove("workspace");
    }
}
