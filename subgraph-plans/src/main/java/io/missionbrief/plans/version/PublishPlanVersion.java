package io.missionbrief.plans.version;

import io.missionbrief.plans.jooq.tables.records.PlanVersionRecord;
import io.missionbrief.plans.plan.ChangePlan;
import io.missionbrief.plans.plan.Plan;
import io.missionbrief.plans.workspaceproduct.SoldProducts;
import io.missionbrief.subgraph.change.Text;
import io.missionbrief.subgraph.event.ChangeRecorder;
import io.missionbrief.subgraph.graphql.Money;
import io.missionbrief.subgraph.graphql.ObjectId;
import io.missionbrief.subgraph.json.JsonDocument;
import io.missionbrief.subgraph.mutation.Mutation;
import io.missionbrief.subgraph.mutation.Mutations;
import io.missionbrief.subgraph.mutation.Outcome;
import io.missionbrief.subgraph.security.Actor;
import io.missionbrief.subgraph.tenancy.DatabaseClock;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;

/** Puts new prices of a plan up for sale in the place of those before. */
@Service
class PublishPlanVersion {

    private final Mutations mutations;
    private final ChangePlan plans;
    private final SoldProducts products;
    private final PlanVersionQueries versions;
    private final RetireVersion retireVersion;
    private final ChangeRecorder changes;

    PublishPlanVersion(
            Mutations mutations,
            ChangePlan plans,
            SoldProducts products,
            PlanVersionQueries versions,
            RetireVersion retireVersion,
            ChangeRecorder changes) {
        this.mutations = mutations;
        this.plans = plans;
        this.products = products;
        this.versions = versions;
        this.retireVersion = retireVersion;
        this.changes = changes;
    }

    Outcome<PlanVersion> execute(Actor actor, PublishPlanVersionInput input) {
        UUID id = ObjectId.parse("input.planId", input.planId());
        return input.check()
                .then(() -> mutations.run(
                        actor,
                        new Mutation("publishPlanVersion", input.idempotencyKey(), input),
                        transaction -> plans.lock(transaction, id, input.expectedVersion())
                                .then(plan -> products.require(transaction, plan.productId(), "planId")
                                        .map(_ -> publish(transaction, actor, plan, input))),
                        PlanVersion::id,
                        versions::find));
    }

    private PlanVersion publish(DSLContext transaction, Actor actor, Plan plan, PublishPlanVersionInput input) {
        OffsetDateTime now = DatabaseClock.read(transaction);
        UUID previous = plan.currentVersionId();
        if (previous != null) {
            retireVersion.execute(transaction, actor, previous, now);
        }
        PlanVersion published = versions.insert(transaction, row(plan, input, now));
        changes.created(transaction, actor, PlanVersionEvents.PUBLISHED, published);
        plans.publish(transaction, actor, plan, published.id());
        return published;
    }

    private static PlanVersionRecord row(Plan plan, PublishPlanVersionInput input, OffsetDateTime now) {
        PlanTerms terms = input.termsOrNone();
        PlanVersionRecord row = new PlanVersionRecord();
        row.setPlanId(plan.id());
        row.setBillingPeriod(plan.billingPeriod().name());
        row.setCurrency(input.currency().getCurrencyCode());
        row.setSetupMinor(new Money(input.setup(), input.currency()).toMinor());
        row.setRecurringMinor(new Money(input.recurring(), input.currency()).toMinor());
        row.setTierMode(input.tierMode().name());
        row.setTiers(JsonDocument.ofInput(input.tiers()).column());
        row.setMinimumPeriods(terms.minimumPeriods());
        row.setNoticeDays(terms.noticeDays());
        row.setTerms(Text.orNull(terms.text()));
        row.setPublishedAt(now);
        return row;
    }
}
