package io.missionbrief.leads.neighbour;

import io.missionbrief.subgraph.mutation.Outcome;
import io.missionbrief.subgraph.mutation.UserError;
import io.missionbrief.subgraph.peer.PeerSubgraph;
import io.missionbrief.subgraph.peer.PeerSubgraphs;
import io.missionbrief.subgraph.security.Actor;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks subgraph admin whether somebody works in the workspace, before anything is written that names the person. */
@Component
public class AskAdmin {

    /** From a workspace those users are seen who are members there. */
    private static final String USER = """
            query OwnerOfLead($users: [_Any!]!) {
              _entities(representations: $users) { ... on User { id } }
            }
            """;

    private final PeerSubgraph admin;

    AskAdmin(LeadsProperties properties, PeerSubgraphs peers) {
        this.admin = peers.at("admin", properties.adminUrl(), "workspaces:read");
    }

    /**
     * Makes a change that names a member of the workspace. Refused with NOT_FOUND when the person is none.
     *
     * @param field what of the input names the person
     * @param user null when the change names nobody: then admin is not asked
     * @throws io.missionbrief.subgraph.error.RequestException SERVICE_UNAVAILABLE when admin does not answer
     */
    public <T> Outcome<T> confirmed(Actor actor, String field, @Nullable UUID user, Supplier<Outcome<T>> change) {
        return user == null || isMember(actor, user)
                ? change.get()
                : Outcome.refused(UserError.notFound(field, "member of this workspace"));
    }

    private boolean isMember(Actor actor, UUID user) {
        Map<String, String> representation = Map.of("__typename", "User", "id", user.toString());
        Object found = admin.ask(actor.requireWorkspace(), USER, Map.of("users", List.of(representation)))
                .field("_entities[0]")
                .getValue();
        return found != null;
    }
}
