package io.missionbrief.offers.plan;

import io.missionbrief.offers.plan.PlanPrice.Availability;
import io.missionbrief.offers.settings.OffersProperties;
import io.missionbrief.subgraph.graphql.Money;
import io.missionbrief.subgraph.peer.PeerSubgraph;
import io.missionbrief.subgraph.peer.PeerSubgraphs;
import io.missionbrief.subgraph.security.WorkspaceId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks subgraph plans, for each quote, what plan versions cost today. */
@Component
public class AskPlans {

    private static final String PRICES = """
            query PricesForQuote($lines: [PlanPriceInput!]!) {
              planPrices(lines: $lines) {
                available
                unavailableBecause
                billingPeriod
                setup { amount currency }
                recurring { amount currency }
                planVersion { id plan { id name } }
              }
            }
            """;

    private final PeerSubgraph plans;

    AskPlans(OffersProperties properties, PeerSubgraphs peers) {
        this.plans = peers.at("plans", properties.plansUrl(), "plans:read");
    }

    /**
     * Today's prices, in the order of the requests and null where the workspace has no such version.
     *
     * @param requests at most 50
     * @throws io.missionbrief.subgraph.error.RequestException SERVICE_UNAVAILABLE when plans does not answer
     */
    public List<@Nullable PlanPrice> prices(WorkspaceId workspace, List<PriceRequest> requests) {
        List<Map<String, Object>> lines = requests.stream()
                .map(request -> Map.<String, Object>of(
                        "planVersionId", request.planVersionId().toString(), "quantity", request.quantity()))
                .toList();
        Answers answers = plans.ask(workspace, PRICES, Map.of("lines", lines)).toEntity(Answers.class);
        return Objects.requireNonNull(answers).prices();
    }

    /** The answer as a whole. */
    private record Answers(List<@Nullable Answer> planPrices) {

        List<@Nullable PlanPrice> prices() {
            List<@Nullable PlanPrice> prices = new ArrayList<>();
            for (Answer answer : planPrices) {
                prices.add(answer == null ? null : answer.price());
            }
            return prices;
        }
    }

    /** An element of the answer. */
    private record Answer(
            boolean available,
            @Nullable String unavailableBecause,
            BillingPeriod billingPeriod,
            Amount setup,
            Amount recurring,
            Version planVersion) {

        PlanPrice price() {
            return new PlanPrice(
                    planVersion.plan().id(),
                    planVersion.id(),
                    planVersion.plan().name(),
                    billingPeriod,
                    setup.currency(),
                    setup.minor(),
                    recurring.minor(),
                    availability());
        }

        private Availability availability() {
            if (available) {
                return Availability.AVAILABLE;
            }
            return "RETIRED".equals(unavailableBecause) ? Availability.RETIRED : Availability.NOT_ON_SALE;
        }
    }

    private record Amount(BigDecimal amount, String currency) {

        long minor() {
            return new Money(amount, Currency.getInstance(currency)).toMinor();
        }
    }

    private record Version(UUID id, NamedPlan plan) {}

    private record NamedPlan(UUID id, String name) {}
}
