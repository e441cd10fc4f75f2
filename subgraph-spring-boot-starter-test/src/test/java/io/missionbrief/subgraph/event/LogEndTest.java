package io.missionbrief.subgraph.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

class LogEndTest {

    private static final LogPosition PLACE = new LogPosition("0123456789ab", 7);
    private static final Duration LONG = Duration.ofMinutes(1);

    private final LogEnd end = new LogEnd();

    @Test
    void whoIsBehindDoesNotWait() throws Exception {
        end.reached(PLACE.at(8));

        assertThat(end.awaitBeyond(PLACE, LONG)).isTrue();
    }

    @Test
    void whoWaitsGoesOnWithTheNextEvent() throws Exception {
        end.reached(PLACE);
        FutureTask<Boolean> waiting = waiting(() -> end.awaitBeyond(PLACE, LONG));

        end.reached(PLACE.at(8));

        assertThat(waiting.get()).isTrue();
    }

    @Test
    void whoWaitsIsLetGoWhenTheApplicationEnds() throws Exception {
        FutureTask<Boolean> waiting = waiting(() -> end.awaitBeyond(PLACE, LONG));

        end.close();

        assertThat(waiting.get()).isFalse();
    }

    @Test
    void aHigherPositionOfAnotherHistoryIsNotBeyond() throws Exception {
        end.reached(new LogPosition("ba9876543210", 100));

        assertThat(end.awaitBeyond(PLACE, Duration.ZERO)).isFalse();
    }

    private static FutureTask<Boolean> waiting(Callable<Boolean> wait) {
        var task = new FutureTask<>(wait);
        Thread thread = Thread.ofVirtual().start(task);
        Received.soon().until(() -> thread.getState() == Thread.State.TIMED_WAITING || task.isDone());
        return task;
    }
}
