package io.missionbrief.subgraph.event;

import io.missionbrief.subgraph.security.Actor;
import io.missionbrief.subgraph.security.WorkspaceId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A hub for each workspace. The tail that feeds them sees all workspaces; what a subscriber sees is decided here, by
 * whose hub they get.
 */
class Hubs {

    private static final EndOfStream.Reason NOT_READY = EndOfStream::notReady;

    private final Map<WorkspaceId, Hub> hubs = new ConcurrentHashMap<>();
    private final AtomicReference<EndOfStream.@Nullable Reason> closed = new AtomicReference<>(NOT_READY);
    private final int buffer;

    /** @param buffer how many events may wait for one subscriber */
    Hubs(int buffer) {
        this.buffer = buffer;
    }

    /** The hub of the actor's own workspace: the only way to a hub. */
    Hub of(Actor actor) {
        return hubs.computeIfAbsent(actor.requireWorkspace(), workspace -> new Hub(buffer, closed::get));
    }

    /** Whether a stream of the workspace brings events of this type. */
    final boolean want(WorkspaceId workspace, String type) {
        Hub hub = hubs.get(workspace);
        return hub != null && hub.wants(type);
    }

    final void publish(Event event) {
        Hub hub = hubs.get(event.workspace());
        if (hub != null) {
            hub.publish(event);
        }
    }

    /** Lets streams be opened, as soon as it is known from where on they see events. */
    final void open() {
        closed.compareAndSet(NOT_READY, null);
    }

    /** Whether streams can be opened. */
    final boolean isOpen() {
        return closed.get() == null;
    }

    /** Ends all streams, and each that is opened later. */
    final void close() {
        closed.set(EndOfStream::shutdown);
        end(EndOfStream::shutdown);
    }

    /** Ends the streams of one workspace that are open now. */
    final void end(WorkspaceId workspace, EndOfStream.Reason reason) {
        Hub hub = hubs.get(workspace);
        if (hub != null) {
            hub.end(reason);
        }
    }

    /** Ends all streams that are open now. */
    final void end(EndOfStream.Reason reason) {
        hubs.values().forEach(hub -> hub.end(reason));
    }
}
