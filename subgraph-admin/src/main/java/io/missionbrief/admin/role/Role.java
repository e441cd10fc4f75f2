package io.missionbrief.admin.role;

import io.missionbrief.subgraph.security.Actor;
import java.util.List;

/**
 * A role, as a member holds it.
 *
 * @param name unique in a workspace
 * @param permissions what it lets its holder do, each as resource and verb, in alphabetical order
 */
public record Role(String name, List<String> permissions) {

    /** Can do everything in a workspace; each has at least one. */
    public static final String OWNER = "OWNER";

    public Role {
        permissions = permissions.stream().sorted().toList();
    }

    /** What the role holds and the actor does not. Nobody gives or takes a role of which this is not empty. */
    public List<String> beyond(Actor actor) {
        return permissions.stream().filter(permission -> !actor.has(permission)).toList();
    }
}
