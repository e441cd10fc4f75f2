package io.missionbrief.subgraph.outgoing;

import java.util.Map;

/** By which names the request that this thread serves is found again, wherever its work goes on. */
@FunctionalInterface
public interface RequestNames {

    /** The names as HTTP headers; empty outside of requests. */
    Map<String, String> headers();
}
