package io.missionbrief.subgraph.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class BatchesTest {

    @Test
    void holdTenMessagesAtMost() {
        assertThat(Batches.of(messages(25, 1)).stream().map(List::size)).containsExactly(10, 10, 5);
    }

    @Test
    void holdNoMoreBytesThanACallMayHave() {
        List<List<RelayMessage>> batches = Batches.of(messages(5, 100_000));

        assertThat(batches.stream().map(List::size)).containsExactly(2, 2, 1);
        assertThat(batches)
                .allMatch(batch -> batch.stream().mapToInt(RelayMessage::size).sum() <= Batches.LARGEST);
    }

    @Test
    void countBytesNotCharacters() {
        RelayMessage message = new RelayMessage(1, "w", "Memo.New", "漢");

        assertThat(message.size()).isEqualTo(new RelayMessage(1, "w", "Memo.New", "abc").size());
    }

    @Test
    void ofNothingAreNone() {
        assertThat(Batches.of(List.of())).isEmpty();
    }

    private static List<RelayMessage> messages(int count, int size) {
        return LongStream.rangeClosed(1, count)
                .mapToObj(position -> new RelayMessage(position, "w", "Memo.New", "x".repeat(size)))
                .toList();
    }
}
