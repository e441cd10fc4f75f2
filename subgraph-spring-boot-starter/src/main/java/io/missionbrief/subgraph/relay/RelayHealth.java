package io.missionbrief.subgraph.relay;

import io.missionbrief.subgraph.event.Lane;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** How far each lane is behind. Always up: events that are late are no reason to refuse requests. */
final class RelayHealth implements HealthIndicator {

    private final Map<Lane, RelayProgress> lanes;

    RelayHealth(Map<Lane, RelayProgress> lanes) {
        this.lanes = Map.copyOf(lanes);
    }

    @Override
    public Health health() {
        Health.Builder health = Health.up();
        lanes.forEach((lane, progress) -> health.withDetail(
                lane.name().toLowerCase(Locale.ROOT) + "LagMillis",
                progress.lag().toMillis()));
        return health.build();
    }
}
