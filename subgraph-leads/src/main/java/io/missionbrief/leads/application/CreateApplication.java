package io.missionbrief.leads.application;

import static io.missionbrief.leads.jooq.Tables.APPLICATION;

import io.missionbrief.leads.lead.LeadQueries;
import io.missionbrief.leads.lead.LeadStatus;
import io.missionbrief.leads.neighbour.AskPlans;
import io.missionbrief.subgraph.event.ChangeRecorder;
import io.missionbrief.subgraph.graphql.ObjectId;
import io.missionbrief.subgraph.json.JsonDocument;
import io.missionbrief.subgraph.mutation.Mutation;
import io.missionbrief.subgraph.mutation.Mutations;
import io.missionbrief.subgraph.mutation.Outcome;
import io.missionbrief.subgraph.mutation.UserError;
import io.missionbrief.subgraph.mutation.UserErrorCode;
import io.missionbrief.subgraph.reference.Reference;
import io.missionbrief.subgraph.security.Actor;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Somebody starts to write an application of a lead. */
@Service
class CreateApplication {

    private final Mutations mutations;
    private final ChangeRecorder changes;
    private final AskPlans plans;

    CreateApplication(Mutations mutations, ChangeRecorder changes, AskPlans plans) {
        this.mutations = mutations;
        this.changes = changes;
        this.plans = plans;
    }

    Outcome<Application> execute(Actor actor, CreateApplicationInput input) {
        UUID leadId = ObjectId.parse("input.leadId", input.leadId());
        UUID planId = ObjectId.parseOptional("input.requestedPlanId", input.requestedPlanId());
        return ApplicationRules.answers(input.answers())
                .then(() -> plans.confirmed(
                        actor,
                        "requestedPlanId",
                        planId,
                        () -> mutations.run(
                                actor,
                                new Mutation("createApplication", input.idempotencyKey(), input),
                                transaction -> openLead(transaction, leadId)
                                        .map(open -> draft(transaction, actor, leadId, planId, input)),
                                Application::id,
                                ApplicationQueries.APPLICATIONS::find)));
    }

    private static Outcome<LeadStatus> openLead(DSLContext transaction, UUID leadId) {
        LeadStatus status = LeadQueries.statusForShare(transaction, leadId);
        if (status == null) {
            return Outcome.refused(UserError.notFound("leadId", "lead"));
        }
        return status.isClosed()
                ? Outcome.refused(
                        UserErrorCode.NOT_ACTIVE,
                        "leadId",
                        "The lead is " + status + ": reopen it with changeLeadStatus before it applies")
                : Outcome.done(status);
    }

    private Application draft(
            DSLContext transaction, Actor actor, UUID leadId, @Nullable UUID planId, CreateApplicationInput input) {
        Application application = transaction
                .insertInto(APPLICATION)
                .set(APPLICATION.REFERENCE, Reference.random().value())
                .set(APPLICATION.LEAD_ID, leadId)
                .set(APPLICATION.PLAN_ID, planId)
                .set(
                        APPLICATION.ANSWERS,
                        JsonDocument.ofOptionalObject(input.answers()).column())
                .set(APPLICATION.CREATED_BY, actor.userId())
                .returning()
                .fetchSingle(Application::of);
        return changes.created(transaction, actor, ApplicationEvents.DRAFTED, application);
    }
}
