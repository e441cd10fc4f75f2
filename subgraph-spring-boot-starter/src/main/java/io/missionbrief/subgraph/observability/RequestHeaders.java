package io.missionbrief.subgraph.observability;

import io.missionbrief.subgraph.outgoing.RequestNames;
import java.util.Map;

/** Passes the request id and the trace on to whom this subgraph asks for the sake of a request. */
final class RequestHeaders implements RequestNames {

    @Override
    public Map<String, String> headers() {
        RequestContext context = RequestContext.current();
        return context == null
                ? Map.of()
                : Map.of(
                        RequestId.HEADER,
                        context.requestId(),
                        Traceparent.HEADER,
                        context.traceparent().toString());
    }
}
