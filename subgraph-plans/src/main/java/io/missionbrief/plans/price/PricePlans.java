package io.missionbrief.plans.price;

import io.missionbrief.plans.plan.Plan;
import io.missionbrief.plans.plan.PlanQueries;
import io.missionbrief.plans.version.PlanVersion;
import io.missionbrief.plans.version.PlanVersionQueries;
import io.missionbrief.subgraph.security.Actor;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Prices what the caller may see, with two statements however much is asked. */
@Service
class PricePlans {

    private final PlanQueries plans;
    private final PlanVersionQueries versions;

    PricePlans(PlanQueries plans, PlanVersionQueries versions) {
        this.plans = plans;
        this.versions = versions;
    }

    /** Null when the plan is unknown or had no version on that day. */
    @Nullable
    PlanPrice ofPlan(Actor actor, UUID plan, int quantity, LocalDate on) {
        PlanVersion version = versions.publishedBy(actor, plan, on);
        return version == null
                ? null
                : PlanPrice.of(version, planOf(actor, version).activeDates(), quantity, on);
    }

    /** In the order of the lines; null in the place of an unknown version. */
    List<@Nullable PlanPrice> ofLines(Actor actor, List<Line> lines, LocalDate on) {
        Map<UUID, PlanVersion> priced =
                versions.byId(actor, lines.stream().map(Line::version).collect(Collectors.toSet()));
        Map<UUID, Plan> known = priced.isEmpty()
                ? Map.of()
                : plans.byId(
                        actor, priced.values().stream().map(PlanVersion::planId).collect(Collectors.toSet()));
        return lines.stream()
                .<@Nullable PlanPrice>map(line -> price(line, priced.get(line.version()), known, on))
                .toList();
    }

    private static @Nullable PlanPrice price(
            Line line, @Nullable PlanVersion version, Map<UUID, Plan> plans, LocalDate on) {
        return version == null
                ? null
                : PlanPrice.of(
                        version,
                        Objects.requireNonNull(plans.get(version.planId())).activeDates(),
                        line.quantity(),
                        on);
    }

    private Plan planOf(Actor actor, PlanVersion version) {
        return Objects.requireNonNull(
                plans.byId(actor, Set.of(version.planId())).get(version.planId()));
    }

    /** A quantity of a version. */
    record Line(UUID version, int quantity) {}
}
