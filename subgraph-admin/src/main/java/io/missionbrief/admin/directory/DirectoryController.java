package io.missionbrief.admin.directory;

import io.missionbrief.subgraph.error.ErrorCode;
import io.missionbrief.subgraph.error.RequestException;
import io.missionbrief.subgraph.security.Actor;
import io.missionbrief.subgraph.security.WorkspaceId;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Tells the other subgraphs which workspaces there are. For machines: nobody else asks beyond their own workspace. */
@RestController
class DirectoryController {

    private static final String SCOPE = "workspaces:read";

    private final WorkspaceTable workspaces;

    DirectoryController(WorkspaceTable workspaces) {
        this.workspaces = workspaces;
    }

    record Entry(String id, String status) {}

    /** 200 with the workspace's status, or 404 for one that is not there and for what cannot be a key. */
    @GetMapping("/directory/workspaces/{id}")
    ResponseEntity<Entry> workspace(@PathVariable String id, Actor actor) {
        requireMachine(actor);
        return find(id).map(status -> ResponseEntity.ok(new Entry(id, status)))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private static void requireMachine(Actor actor) {
        boolean bound = actor.workspace() != null;
        if (!actor.isService() || bound || !actor.has(SCOPE)) {
            throw new RequestException(
                    ErrorCode.FORBIDDEN,
                    "The directory is open to machines of the platform: ask for a token by client credentials, with the"
                            + " scope " + SCOPE + " and without a workspace");
        }
    }

    private Optional<String> find(String id) {
        try {
            return workspaces.status(new WorkspaceId(id));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
