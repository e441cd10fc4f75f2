package io.missionbrief.stack;

/** A subgraph did not start; why, its cause knows. */
final class SubgraphFailure extends RuntimeException {

    SubgraphFailure(LocalSubgraph subgraph, Throwable cause) {
        super("subgraph " + subgraph.key() + " did not start", cause);
    }
}
