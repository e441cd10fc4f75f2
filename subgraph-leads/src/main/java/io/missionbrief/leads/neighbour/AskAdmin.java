package io.missionbrief.leads.neighbour;

import io.missionbrief.subgraph.mutation.Outcome;
import io.missionbrief.subgraph.mutation.UserError;
import io.missionbrief.subgraph.peer.PeerSubgraph;
import io.missionbrief.subgraph.peer.PeerSubgraphs;
import io.missionbrief.subgraph.security.Actor;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks subgraph admin whether somebody works in the workspace, before anything is written that names the person. */
@Component
public class AskAdmin {

    /** From a workspace those users are seen who are members there. */
    private static final String USER = """
            query OwnersOfLeads($users: [_Any!]!) {
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

    /**
     * Those of many users, at most 1,000, who are members of the workspace; by one request.
     *
     * @throws io.missionbrief.subgraph.error.RequestException SERVICE_UNAVAILABLE when admin does not answer
     */
    public Set<UUID> members(Actor actor, Set<UUID> users) {
        List<Map<String, String>> representations = users.stream()
                .map(user -> Map.of("__typename", "User", "id", user.toString()))
                .toList();
        List<@Nullable Map<String, String>> found = admin.ask(
                        actor.requireWorkspace(), USER, Map.of("users", representations))
                .field("_entities")
                .getValue();
        return found == null
                ? Set.of()
                : found.stream()
                        .filter(Objects::nonNull)
                        .map(user -> UUID.fromString(user.get("id")))
                        .collect(Collectors.toSet());
    }

    private boolean isMember(Actor actor, UUID user) {
        return !members(actor, Set.of(user)).isEmpty();
    }
}
