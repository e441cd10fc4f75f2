package io.missionbrief.leads.neighbour;

import io.missionbrief.subgraph.mutation.Outcome;
import io.missionbrief.subgraph.mutation.UserError;
import io.missionbrief.subgraph.mutation.UserErrorCode;
import io.missionbrief.subgraph.peer.PeerSubgraph;
import io.missionbrief.subgraph.peer.PeerSubgraphs;
import io.missionbrief.subgraph.security.Actor;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks subgraph plans whether a plan can be applied for, before anything is written that names it. */
@Component
public class AskPlans {

    private static final String PLAN = """
            query PlanForApplication($id: ID!) {
              plan(id: $id) { status }
            }
            """;

    private final PeerSubgraph plans;

    AskPlans(LeadsProperties properties, PeerSubgraphs peers) {
        this.plans = peers.at("plans", properties.plansUrl(), "plans:read");
    }

    /**
     * Makes a change that names a plan. Refused with NOT_FOUND when the workspace has no such plan, and with RETIRED when it
     * is no longer for sale.
     *
     * @param field what of the input leads to the plan
     * @param plan null when the change names none: then nobody is asked
     * @throws io.missionbrief.subgraph.error.RequestException SERVICE_UNAVAILABLE when plans does not answer
     */
    public <T> Outcome<T> confirmed(Actor actor, String field, @Nullable UUID plan, Supplier<Outcome<T>> change) {
        if (plan == null) {
            return change.get();
        }
        String status = plans.ask(actor.requireWorkspace(), PLAN, Map.of("id", plan.toString()))
                .field("plan.status")
                .getValue();
        if (status == null) {
            return Outcome.refused(UserError.notFound(field, "plan"));
        }
        return status.equals("RETIRED")
                ? Outcome.refused(
                        UserErrorCode.RETIRED, field, "The requested plan is no longer for sale: choose another one")
                : change.get();
    }
}
