package io.missionbrief.admin.membership;

import io.missionbrief.admin.role.Role;
import io.missionbrief.admin.user.Person;
import io.missionbrief.admin.user.Users;
import io.missionbrief.subgraph.event.ChangeRecorder;
import io.missionbrief.subgraph.mutation.InputCheck;
import io.missionbrief.subgraph.mutation.Mutation;
import io.missionbrief.subgraph.mutation.Mutations;
import io.missionbrief.subgraph.mutation.Outcome;
import io.missionbrief.subgraph.mutation.UserErrorCode;
import io.missionbrief.subgraph.security.Actor;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;

/**
 * Invites a person to the actor's workspace. The answer is the same whether the address had an account before or not: what
 * it shows of the person is what the actor gave.
 */
@Service
public class AddMember {

    private final Mutations mutations;
    private final Users users;
    private final ChangeRecorder changes;
    private final RoleGrant grant;

    AddMember(Mutations mutations, Users users, ChangeRecorder changes, RoleGrant grant) {
        this.mutations = mutations;
        this.users = users;
        this.changes = changes;
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
                        Memberships.MEMBERSHIPS::find));
    }

    /** The same as a part of a larger change: in the workspace to which both the transaction and the actor are bound. */
    public Outcome<Membership> add(DSLContext transaction, Actor actor, Person person, Role role) {
        Membership membership = Memberships.insert(transaction, users.idOf(transaction, person), person, role);
        return membership == null
                ? Outcome.refused(
                        UserErrorCode.ALREADY_EXISTS,
                        "person.email",
                        "This person is a member already: change the role of the membership instead")
                : Outcome.done(changes.created(transaction, actor, MembershipEvents.ADDED, membership));
    }
}
