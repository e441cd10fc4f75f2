package io.missionbrief.subgraph.test.event;

import java.util.List;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/** A client learns no more than INTERNAL of an event that was refused; the test says what was wrong. */
final class FailOnRefusedEvents implements TestExecutionListener {

    @Override
    public void afterTestMethod(TestContext test) {
        if (test.hasApplicationContext()) {
            test.getApplicationContext().getBeanProvider(SchemaCheck.class).ifAvailable(FailOnRefusedEvents::fail);
        }
    }

    private static void fail(SchemaCheck check) {
        List<String> refused = check.refused();
        if (!refused.isEmpty()) {
            throw new AssertionError(String.join("\n", refused));
        }
    }
}
