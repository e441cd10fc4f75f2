package io.missionbrief.plans.version;

import io.missionbrief.subgraph.event.ChangeRecorder;
import io.missionbrief.subgraph.security.Actor;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Takes the version of a locked plan out of sale. */
@Component
class RetireVersion {

    private final PlanVersionQueries versions;
    private final ChangeRecorder changes;

    RetireVersion(PlanVersionQueries versions, ChangeRecorder changes) {
        this.versions = versions;
        this.changes = changes;
    }

    void execute(DSLContext transaction, Actor actor, UUID id, OffsetDateTime at) {
        PlanVersion before = Objects.requireNonNull(versions.find(transaction, id));
        PlanVersion after = versions.retire(transaction, id, at);
        changes.changed(transaction, actor, PlanVersionEvents.RETIRED, before, after);
    }
}
