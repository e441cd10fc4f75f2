package io.missionbrief.subgraph.event;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.concurrent.TimeUnit;

/** How far behind the live events of this instance are. */
final class EventMetrics implements MeterBinder {

    private final String prefix;
    private final TailProgress progress;

    EventMetrics(String subgraph, TailProgress progress) {
        this.prefix = "missionbrief." + subgraph + ".event.";
        this.progress = progress;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        TimeGauge.builder(prefix + "delay", () -> progress.delay().toMillis(), TimeUnit.MILLISECONDS)
                .description("How long the oldest event of the last reading had waited")
                .register(registry);
        TimeGauge.builder(prefix + "waiting", () -> progress.waiting().toMillis(), TimeUnit.MILLISECONDS)
                .description("How long the oldest committed event has waited for its number: the sequencer's lag")
                .register(registry);
        TimeGauge.builder(prefix + "silence", () -> progress.silence().toMillis(), TimeUnit.MILLISECONDS)
                .description("How long ago the event log was last read")
                .register(registry);
    }
}
