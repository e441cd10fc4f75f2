package io.missionbrief.subgraph.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.missionbrief.subgraph.security.SharedAnswer.Terms;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SharedAnswerTest {

    private static final Duration RENEW = Duration.ofMinutes(2);
    private static final Duration OLD = Duration.ofMinutes(5);
    private static final Duration END = Duration.ofHours(12);

    private final MovedClock clock = new MovedClock();
    private final AtomicInteger asked = new AtomicInteger();
    private volatile Supplier<String> other = () -> "first";

    private final SharedAnswer<String> answer = new SharedAnswer<>(
            previous -> {
                asked.incrementAndGet();
                return other.get();
            },
            value -> new Terms(RENEW, OLD, END),
            clock);

    @Test
    void isAskedForOnceHoweverManyWait() {
        CompletableFuture<String> late = new CompletableFuture<>();
        other = late::join;

        List<Future<String>> waiting = askedByMany(() -> late.complete("late"));

        assertThat(waiting).allSatisfy(one -> assertThat(one.get()).isEqualTo("late"));
        assertThat(asked).hasValue(1);
    }

    @Test
    void aFailureIsToldToAllWhoWait() {
        CompletableFuture<String> late = new CompletableFuture<>();
        other = late::join;

        List<Future<String>> waiting = askedByMany(() -> late.completeExceptionally(new IllegalStateException("down")));

        assertThat(waiting).allSatisfy(one -> assertThat(one.exceptionNow()).hasStackTraceContaining("down"));
        assertThat(asked).hasValue(1);
    }

    @Test
    void aFailureThatTookLongIsRememberedFromItsEndOn() {
        other = () -> {
            clock.move(Duration.ofSeconds(5));
            return down();
        };
        assertThatThrownBy(answer::get).hasMessage("down");

        assertThatThrownBy(answer::get).hasMessage("down");
        assertThat(asked).hasValue(1);

        clock.move(Duration.ofSeconds(1));
        other = () -> "back";
        assertThat(answer.get()).isEqualTo("back");
    }

    @Test
    void isRenewedInTheBackgroundWhileItIsUsed() {
        answer.get();
        clock.move(RENEW);
        CompletableFuture<String> late = new CompletableFuture<>();
        other = late::join;

        assertThat(answer.get()).isEqualTo("first");
        assertThat(answer.get()).isEqualTo("first");
        late.complete("second");

        await().untilAsserted(() -> assertThat(answer.get()).isEqualTo("second"));
        assertThat(asked).hasValue(2);
    }

    @Test
    void anOldOneIsNotUsedWhereThereIsANewOne() {
        answer.get();
        clock.move(OLD);
        other = () -> "second";

        assertThat(answer.get()).isEqualTo("second");
    }

    @Test
    void anOldOneIsUsedWhileThereIsNoNewOneAndNobodyWaits() {
        answer.get();
        clock.move(OLD);
        other = SharedAnswerTest::down;
        assertThat(answer.get()).isEqualTo("first");
        CompletableFuture<String> never = new CompletableFuture<>();
        other = never::join;
        clock.move(END.minus(OLD).minusSeconds(1));

        assertThat(answer.get()).isEqualTo("first");

        never.complete("second");
        await().untilAsserted(() -> assertThat(answer.get()).isEqualTo("second"));
    }

    @Test
    void whoeverIsDownIsAskedAgainAfterAPauseOnly() {
        answer.get();
        clock.move(OLD);
        other = SharedAnswerTest::down;
        answer.get();

        clock.move(Duration.ofSeconds(9));
        answer.get();
        assertThat(asked).hasValue(2);

        clock.move(Duration.ofSeconds(1));
        answer.get();
        await().untilAsserted(() -> assertThat(asked).hasValue(3));
    }

    @Test
    void isNotUsedWhenItsTimeIsOver() {
        answer.get();
        other = SharedAnswerTest::down;
        clock.move(END.plusSeconds(1));

        assertThatThrownBy(answer::get).hasMessage("down");
    }

    @Test
    void aYoungerOneCanBeAskedForAndIsSharedToo() {
        answer.get();
        other = () -> "second";
        assertThat(answer.youngerThan(Duration.ofSeconds(5))).isEqualTo("first");

        clock.move(Duration.ofSeconds(5));

        assertThat(answer.youngerThan(Duration.ofSeconds(5))).isEqualTo("second");
        assertThat(answer.youngerThan(Duration.ofSeconds(5))).isEqualTo("second");
        assertThat(asked).hasValue(2);
    }

    private static String down() {
        throw new IllegalStateException("down");
    }

    private List<Future<String>> askedByMany(Runnable then) {
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> waiting = IntStream.range(0, 20)
                    .mapToObj(caller -> callers.submit(answer::get))
                    .toList();
            await().until(() -> asked.get() == 1);
            then.run();
            return waiting;
        }
    }
}
