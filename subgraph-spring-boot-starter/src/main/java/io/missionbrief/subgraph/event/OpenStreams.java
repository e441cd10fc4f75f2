package io.missionbrief.subgraph.event;

import io.missionbrief.subgraph.security.Actor;
import io.missionbrief.subgraph.security.WorkspaceId;
import java.util.HashMap;
import java.util.Map;
import reactor.core.publisher.Flux;

/** Counts the streams that are open at this instance, and refuses those beyond the limits. */
final class OpenStreams {

    private record User(WorkspaceId workspace, String id) {}

    private final EventProperties.Streams limits;
    private final Map<WorkspaceId, Integer> ofWorkspaces = new HashMap<>();
    private final Map<User, Integer> ofUsers = new HashMap<>();
    private int all;

    OpenStreams(EventProperties.Streams limits) {
        this.limits = limits;
    }

    /** The stream, counted from each subscription to its end; beyond a limit one that fails with {@code RATE_LIMITED}. */
    <T> Flux<T> counted(Actor actor, Flux<T> stream) {
        var user = new User(actor.requireWorkspace(), actor.userId());
        return Flux.defer(() -> {
            enter(user);
            return stream.doFinally(end -> leave(user));
        });
    }

    synchronized int count() {
        return all;
    }

    private synchronized void enter(User user) {
        if (ofUsers.getOrDefault(user, 0) >= limits.ofUser()) {
            throw EndOfStream.tooMany("This user has " + limits.ofUser() + " live streams open here: end one first");
        }
        if (ofWorkspaces.getOrDefault(user.workspace(), 0) >= limits.ofWorkspace()) {
            throw EndOfStream.tooMany(
                    "This workspace has " + limits.ofWorkspace() + " live streams open here: end some first");
        }
        if (all >= limits.ofInstance()) {
            throw EndOfStream.tooMany("This server has no room for more live streams: subscribe again in a moment");
        }
        all++;
        ofWorkspaces.merge(user.workspace(), 1, Integer::sum);
        ofUsers.merge(user, 1, Integer::sum);
    }

    private synchronized void leave(User user) {
        all--;
        ofWorkspaces.computeIfPresent(user.workspace(), (workspace, streams) -> oneLess(streams));
        ofUsers.computeIfPresent(user, (same, streams) -> oneLess(streams));
    }

    /** Null, which takes the entry away, after the last. */
    @SuppressWarnings("NullAway") // computeIfPresent takes null for "remove"
    private static Integer oneLess(Integer streams) {
        return streams == 1 ? null : streams - 1;
    }
}
