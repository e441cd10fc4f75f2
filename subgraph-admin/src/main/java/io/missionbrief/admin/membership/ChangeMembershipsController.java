package io.missionbrief.admin.membership;

import io.missionbrief.subgraph.mutation.UserError;
import io.missionbrief.subgraph.security.Actor;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/** Changes of who works in a workspace. */
@Controller
class ChangeMembershipsController {

    private final AddMember addMember;
    private final AcceptMembership acceptMembership;
    private final ChangeMemberRole changeMemberRole;
    private final RemoveMember removeMember;

    ChangeMembershipsController(
            AddMember addMember,
            AcceptMembership acceptMembership,
            ChangeMemberRole changeMemberRole,
            RemoveMember removeMember) {
        this.addMember = addMember;
        this.acceptMembership = acceptMembership;
        this.changeMemberRole = changeMemberRole;
        this.removeMember = removeMember;
    }

    /** In the schema {@code AddMemberPayload}, {@code AcceptMembershipPayload} and {@code ChangeMemberRolePayload}. */
    record MembershipPayload(@Nullable Membership membership, List<UserError> userErrors) {

        static MembershipPayload done(Membership membership) {
            return new MembershipPayload(membership, List.of());
        }

        static MembershipPayload refused(List<UserError> errors) {
            return new MembershipPayload(null, errors);
        }
    }

    record RemoveMemberPayload(@Nullable UUID removedId, List<UserError> userErrors) {}

    @MutationMapping
    MembershipPayload addMember(@Argument AddMemberInput input, Actor actor) {
        return addMember.execute(actor, input).fold(MembershipPayload::done, MembershipPayload::refused);
    }

    @MutationMapping
    MembershipPayload acceptMembership(@Argument AcceptMembershipInput input, Actor actor) {
        return acceptMembership.execute(actor, input).fold(MembershipPayload::done, MembershipPayload::refused);
    }

    @MutationMapping
    MembershipPayload changeMemberRole(@Argument ChangeMemberRoleInput input, Actor actor) {
        return changeMemberRole.execute(actor, input).fold(MembershipPayload::done, MembershipPayload::refused);
    }

    @MutationMapping
    RemoveMemberPayload removeMember(@Argument RemoveMemberInput input, Actor actor) {
        return removeMember
                .execute(actor, input)
                .fold(
                        removed -> new RemoveMemberPayload(removed, List.of()),
                        errors -> new RemoveMemberPayload(null, errors));
    }
}
