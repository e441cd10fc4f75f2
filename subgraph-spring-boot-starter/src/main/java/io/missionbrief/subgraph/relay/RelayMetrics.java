package io.missionbrief.subgraph.relay;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.missionbrief.subgraph.event.Lane;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What each lane has sent, and how far it is behind. */
final class RelayMetrics implements MeterBinder {

    private final String prefix;
    private final Map<Lane, RelayProgress> lanes;

    RelayMetrics(String subgraph, Map<Lane, RelayProgress> lanes) {
        this.prefix = "missionbrief." + subgraph + ".relay.";
        this.lanes = Map.copyOf(lanes);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        lanes.forEach((lane, progress) -> bind(registry, lane.name().toLowerCase(Locale.ROOT), progress));
    }

    private void bind(MeterRegistry registry, String lane, RelayProgress progress) {
        TimeGauge.builder(prefix + "lag", () -> progress.lag().toMillis(), TimeUnit.MILLISECONDS)
                .tag("lane", lane)
                .description("How long the oldest event has waited that is not sent")
                .register(registry);
        FunctionCounter.builder(prefix + "sent", progress, RelayProgress::sentCount)
                .tag("lane", lane)
                .description("Events that the topic has acknowledged")
                .register(registry);
        FunctionCounter.builder(prefix + "refused", progress, RelayProgress::refusedCount)
                .tag("lane", lane)
                .description("Events that the topic has not acknowledged; they are sent again")
                .register(registry);
    }
}
