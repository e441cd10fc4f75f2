package io.missionbrief.stack;

import java.util.Objects;
import org.springframework.boot.json.JsonWriter.Members;
import org.springframework.boot.json.JsonWriter.ValueProcessor;
import org.springframework.boot.logging.structured.StructuredLoggingJsonMembersCustomizer;

/**
 * Lets each line of the log say by {@code service.name} which subgraph wrote it, as it does where a subgraph has a process
 * of its own. Named by a setting of {@link StackLogging}.
 */
final class ServiceInLogs implements StructuredLoggingJsonMembersCustomizer<Object> {

    @Override
    public void customize(Members<Object> members) {
        members.applyingValueProcessor(
                ValueProcessor.of(String.class, process -> Objects.requireNonNullElse(ServiceOfThread.name(), process))
                        .whenHasPath("service.name"));
    }
}
