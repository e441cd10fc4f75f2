package io.missionbrief.subgraph.tenancy;

/**
 * Told when a transaction of {@link TenantDatabase} has committed, on the thread that made it and before the caller has
 * its answer: it must return at once. Whatever it throws is logged and changes nothing.
 */
@FunctionalInterface
public interface AfterCommit {

    void committed();
}
