package io.missionbrief.subgraph.event;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.concurrent.TimeUnit;

/** How far behind the live events of this instance are, and how many streams they go to. */
final class EventMetrics implements MeterBinder {

    private final String prefix;
    private final TailProgress progress;
    private final OpenStreams streams;

    EventMetrics(String subgraph, TailProgress progress, OpenStreams streams) {
        this.prefix = "missionbrief." + subgraph + ".event.";
        this.progress = progress;
        this.streams = streams;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder(prefix + "streams", streams, OpenStreams::count)
                .description("How many live streams are open")
                .register(registry);
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
