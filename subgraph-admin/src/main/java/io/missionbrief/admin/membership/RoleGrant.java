package io.missionbrief.admin.membership;

import io.missionbrief.admin.role.Role;
import io.missionbrief.admin.role.Roles;
import io.missionbrief.subgraph.error.ErrorCode;
import io.missionbrief.subgraph.error.RequestException;
import io.missionbrief.subgraph.mutation.Outcome;
import io.missionbrief.subgraph.mutation.UserErrorCode;
import io.missionbrief.subgraph.security.Actor;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Who may give and take which role: nobody one that holds more than their own token, lest rights grow by themselves. */
@Component
class RoleGrant {

    private final Roles roles;

    RoleGrant(Roles roles) {
        this.roles = roles;
    }

    /**
     * The role that the actor wants to give. Looks at the input and the token only.
     *
     * @throws RequestException {@code FORBIDDEN}, which names what the token lacks
     */
    Outcome<Role> toGive(Actor actor, String name) {
        Role role = roles.find(name);
        if (role == null) {
            return Outcome.refused(
                    UserErrorCode.INVALID_VALUE,
                    "role",
                    "There is no such role: choose one of " + String.join(", ", roles.names()));
        }
        List<String> missing = role.beyond(actor);
        if (!missing.isEmpty()) {
            throw new RequestException(
                    ErrorCode.FORBIDDEN,
                    "The role " + name + " holds more than your token, which lacks " + String.join(", ", missing)
                            + ": ask somebody who has the role",
                    Map.of("missingScopes", missing));
        }
        return Outcome.done(role);
    }

    /** The same membership, unless its role holds more than the actor's token. */
    Outcome<Membership> toTake(Actor actor, Membership membership) {
        return roles.of(membership.roleName()).beyond(actor).isEmpty()
                ? Outcome.done(membership)
                : Outcome.refused(
                        UserErrorCode.INVALID_VALUE,
                        "membershipId",
                        "This member has the role " + membership.roleName()
                                + ", which holds more than your token: ask somebody who has the role");
    }
}
