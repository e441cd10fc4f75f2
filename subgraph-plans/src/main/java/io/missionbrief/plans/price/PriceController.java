package io.missionbrief.plans.price;

import io.missionbrief.plans.plan.Plan;
import io.missionbrief.plans.price.PricePlans.Line;
import io.missionbrief.plans.version.PlanVersion;
import io.missionbrief.subgraph.error.RequestException;
import io.missionbrief.subgraph.graphql.ObjectId;
import io.missionbrief.subgraph.security.Actor;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** The fields that say what something costs. */
@Controller
class PriceController {

    private static final int MOST_UNITS = 1_000_000;
    private static final int MOST_LINES = 100;

    private final PricePlans pricePlans;
    private final InstantSource clock;

    PriceController(PricePlans pricePlans, InstantSource clock) {
        this.pricePlans = pricePlans;
        this.clock = clock;
    }

    @QueryMapping
    @Nullable
    PlanPrice planPrice(
            @Argument @Nullable String planId,
            @Argument @Nullable String planVersionId,
            @Argument int quantity,
            @Argument @Nullable LocalDate on,
            Actor actor) {
        if ((planId == null) == (planVersionId == null)) {
            throw RequestException.badUserInput("planId", "Give exactly one of 'planId' and 'planVersionId'");
        }
        requireQuantity("quantity", quantity);
        if (planId != null) {
            return pricePlans.ofPlan(actor, ObjectId.parse("planId", planId), quantity, day(on));
        }
        UUID version = ObjectId.parse("planVersionId", Objects.requireNonNull(planVersionId));
        return pricePlans
                .ofLines(actor, List.of(new Line(version, quantity)), day(on))
                .getFirst();
    }

    @QueryMapping
    List<@Nullable PlanPrice> planPrices(
            @Argument List<PlanPriceInput> lines, @Argument @Nullable LocalDate on, Actor actor) {
        if (lines.size() > MOST_LINES) {
            throw RequestException.badUserInput(
                    "lines", "'lines' has " + lines.size() + " entries: price at most " + MOST_LINES + " at once");
        }
        List<Line> priced = IntStream.range(0, lines.size())
                .mapToObj(place -> line("lines." + place, lines.get(place)))
                .toList();
        return priced.isEmpty() ? List.of() : pricePlans.ofLines(actor, priced, day(on));
    }

    @SchemaMapping
    CompletableFuture<PlanPrice> price(
            PlanVersion version,
            @Argument int quantity,
            @Argument @Nullable LocalDate on,
            DataLoader<UUID, Plan> plans) {
        requireQuantity("quantity", quantity);
        return plans.load(version.planId())
                .thenApply(plan -> PlanPrice.of(version, plan.activeDates(), quantity, day(on)));
    }

    private static Line line(String field, PlanPriceInput input) {
        requireQuantity(field + ".quantity", input.quantity());
        return new Line(ObjectId.parse(field + ".planVersionId", input.planVersionId()), input.quantity());
    }

    private static void requireQuantity(String field, int quantity) {
        if (quantity < 1 || quantity > MOST_UNITS) {
            throw RequestException.badUserInput(
                    field, "'" + field + "' is " + quantity + ": give a number from 1 to 1,000,000");
        }
    }

    private LocalDate day(@Nullable LocalDate on) {
        return Objects.requireNonNullElseGet(on, () -> LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }
}
