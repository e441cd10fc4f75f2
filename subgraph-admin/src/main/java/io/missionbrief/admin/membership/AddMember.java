package io.missionbrief.admin.membership;

import io.missionbrief.admin.role.Role;
import io.missionbrief.admin.user.Person;
import io.missionbrief.admin.user.Users;
import io.missionbrief.subgraph.mutation.InputCheck;
import io.missionbrief.subgraph.mutation.Mutation;
import io.missionbrief.subgraph.mutation.Mutations;
import io.missionbrief.subgraph.mutation.Outcome;
import io.missionbrief.subgraph.mutation.UserErrorCode;
import io.missionbrief.subgraph.security.Actor;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;

/** Makes a person a member of the actor's workspace. */
@Service
public class AddMember {

    private final Mutations mutations;
    private final Users users;
    private final Memberships memberships;
    private final MembershipEvents events;
    private final RoleGrant grant;

    AddMember(Mutations mutations, Users users, Memberships memberships, MembershipEvents events, RoleGrant grant) {
        this.mutations = mutations;
        this.users = users;
        this.memberships = memberships;
        this.events = events;
        this.grant = grant;
    }

    Outcome<Membership> execute(Actor actor, AddMemberInput input) {
        actor.requireWorkspace();
        InputCheck check = new InputCheck();
        input.person().check(check, "person");
        return check.then(() -> grant.toGive(actor, input.role()))
                .then(role -> mutations.run(
                        actor,
                        new Mutation("addMember", input.idempotencyKey(), input),
                        transaction -> add(transaction, actor, input.person(), role),
                        Membership::id,
                        memberships::find));
    }

    /** The same as a part of a larger change: in the workspace to which both the transaction and the actor are bound. */
    public Outcome<Membership> add(DSLContext transaction, Actor actor, Person person, Role role) {
        UUID user = users.idOf(transaction, person);
        Membership membership = memberships.insert(transaction, actor, user, role);
        if (membership == null) {
            return Outcome.refused(
                    UserErrorCode.ALREADY_EXISTS,
                    "person.email",
                    "This person is a member already: change the role of the membership instead");
        }
        events.created(transaction, actor, membership);
        return Outcome.done(membership);
    }
}
