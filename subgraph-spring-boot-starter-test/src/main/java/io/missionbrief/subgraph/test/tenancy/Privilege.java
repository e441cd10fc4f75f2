package io.missionbrief.subgraph.test.tenancy;

/** What a role can be granted on a table. */
public enum Privilege {
    SELECT,
    INSERT,
    UPDATE,
    DELETE
}
