package io.missionbrief.subgraph.tenancy;

import io.missionbrief.subgraph.security.Actor;
import io.missionbrief.subgraph.security.WorkspaceId;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** Actors for tests, each in a workspace of its own. */
final class Actors {

    private Actors() {}

    static Actor ofNewWorkspace() {
        return in(new WorkspaceId("w" + UUID.randomUUID()));
    }

    static Actor in(WorkspaceId workspace) {
        return new Actor("ann", workspace, Set.of("notes:read"), Set.of(), Instant.MAX);
    }

    static Actor withoutWorkspace() {
        return new Actor("ann", null, Set.of(), Set.of(), Instant.MAX);
    }
}
