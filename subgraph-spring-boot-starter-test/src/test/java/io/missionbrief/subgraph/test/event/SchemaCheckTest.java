package io.missionbrief.subgraph.test.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.missionbrief.subgraph.event.ChangeRecorder;
import io.missionbrief.subgraph.event.EventType;
import io.missionbrief.subgraph.event.Snapshot;
import io.missionbrief.subgraph.security.Actor;
import io.missionbrief.subgraph.security.WorkspaceId;
import io.missionbrief.subgraph.tenancy.TenantDatabase;
import io.missionbrief.subgraph.test.SubgraphTest;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestContext;

/** An event that does not match its schema fails whoever lets it happen. */
@SubgraphTest("sample")
class SchemaCheckTest {

    private static final EventType NEW = new EventType("Memo.New");

    private final Actor actor =
            new Actor("ann", new WorkspaceId("w" + UUID.randomUUID()), Set.of(), Set.of(), Instant.MAX);

    @Autowired
    private TenantDatabase tenants;

    @Autowired
    private ChangeRecorder changes;

    @Autowired
    private SchemaCheck check;

    @Autowired
    private ApplicationContext context;

    @Test
    void anEventThatMatchesIsAppended() {
        assertThatCode(() -> record(memo("body"))).doesNotThrowAnyException();
        assertThatCode(() -> recordInBulk(memo("body"))).doesNotThrowAnyException();
    }

    @Test
    void anotherIsRefusedWithItsChange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> record(memo(7)))
                .withMessageStartingWith("Memo.New does not match its schema:\n  /state/body: ");
        assertThatIllegalArgumentException().isThrownBy(() -> recordInBulk(memo(7)));
        assertThat(check.refused()).hasSize(2);
    }

    @Test
    void theTestThatSawOnlyAnInternalErrorSaysWhatWasWrong() {
        TestContext running = mock(TestContext.class);
        when(running.hasApplicationContext()).thenReturn(true);
        when(running.getApplicationContext()).thenReturn(context);
        var listener = new FailOnRefusedEvents();
        assertThatIllegalArgumentException().isThrownBy(() -> record(memo(7)));

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> listener.afterTestMethod(running))
                .withMessageContaining("Memo.New does not match its schema:\n  /state/body: ");
        assertThatCode(() -> listener.afterTestMethod(running)).doesNotThrowAnyException();
    }

    private void record(Snapshot memo) {
        tenants.write(actor, transaction -> changes.created(transaction, actor, NEW, memo));
    }

    private void recordInBulk(Snapshot memo) {
        tenants.write(actor, transaction -> {
            changes.createdInBulk(transaction, actor, changes.newInBulk(actor, NEW, List.of(memo)));
            return memo;
        });
    }

    @SpringBootApplication(scanBasePackages = "io.missionbrief.subgraph.test.sample")
    static class MemoApplication {}

    private static Snapshot memo(Object body) {
        UUID id = UUID.randomUUID();
        return Snapshot.of(id, 1)
                .with("id", id)
                .with("body", body)
                .with("author", "Ada")
                .with("due", Instant.EPOCH)
                .with("status", null)
                .with("lines", List.of())
                .with("pinned", false)
                .sealed(id, "author");
    }
}
