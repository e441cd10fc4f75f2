package io.missionbrief.leads.imports;

import static io.missionbrief.leads.jooq.Tables.LEAD_IMPORT_UPLOAD;

import io.missionbrief.subgraph.background.BackgroundLoop;
import io.missionbrief.subgraph.security.Actor;
import io.missionbrief.subgraph.security.WorkspaceId;
import io.missionbrief.subgraph.tenancy.DatabaseClock;
import io.missionbrief.subgraph.tenancy.WorkerDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives signs of life for the uploads of this instance, and declares those dead, of whichever instance, that give none. */
final class WatchUploads implements BackgroundLoop.Step {

    private static final Logger log = LoggerFactory.getLogger(WatchUploads.class);
    private static final int BEATS = 3;
    private static final int AT_ONCE = 100;

    private final UploadsInHand inHand;
    private final RunningImports running;
    private final WorkerDatabase worker;
    private final Duration rest;

    WatchUploads(UploadsInHand inHand, RunningImports running, WorkerDatabase worker, Duration aliveFor) {
        this.inHand = inHand;
        this.running = running;
        this.worker = worker;
        this.rest = aliveFor.dividedBy(BEATS);
    }

    private record Silent(WorkspaceId workspace, UUID importId) {}

    @Override
    public Duration run() {
        inHand.all().forEach(upload -> running.beat(upload.actor(), upload.importId(), upload.attempt()));
        silent().forEach(this::declareDead);
        return rest;
    }

    private List<Silent> silent() {
        return worker.read(sql -> sql.select(LEAD_IMPORT_UPLOAD.WORKSPACE_ID, LEAD_IMPORT_UPLOAD.IMPORT_ID)
                .from(LEAD_IMPORT_UPLOAD)
                .where(LEAD_IMPORT_UPLOAD.ALIVE_UNTIL.le(DatabaseClock.NOW))
                .orderBy(LEAD_IMPORT_UPLOAD.ALIVE_UNTIL)
                .limit(AT_ONCE)
                .fetch(row -> new Silent(new WorkspaceId(row.value1()), row.value2())));
    }

    private void declareDead(Silent silent) {
        log.warn("The upload of import {} gives no signs of life any more", silent.importId());
        running.declareDead(
                itself(silent.workspace()),
                silent.importId(),
                FailedImportException.interrupted().failure());
    }

    /** Nobody asked for it: the subgraph is named in the event. */
    private static Actor itself(WorkspaceId workspace) {
        return new Actor(Actor.SERVICE_PREFIX + "subgraph-leads", workspace, Set.of(), Set.of(), Instant.MAX);
    }
}
