package io.missionbrief.subgraph.event;

import io.missionbrief.subgraph.security.WorkspaceId;
import org.jspecify.annotations.Nullable;

/** A new object whose event is written and sealed, and not yet in the log; see {@link ChangeRecorder#newInBulk}. */
public final class NewObject {

    private final WorkspaceId workspace;
    private final SealedEvent event;
    private final @Nullable SubjectKey key;

    /** @param key under which the event is sealed, made for it; null when nothing in it is personal */
    NewObject(WorkspaceId workspace, SealedEvent event, @Nullable SubjectKey key) {
        this.workspace = workspace;
        this.event = event;
        this.key = key;
    }

    WorkspaceId workspace() {
        return workspace;
    }

    SealedEvent event() {
        return event;
    }

    @Nullable
    SubjectKey key() {
        return key;
    }
}
