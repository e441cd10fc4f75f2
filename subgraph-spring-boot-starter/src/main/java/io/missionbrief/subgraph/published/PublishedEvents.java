package io.missionbrief.subgraph.published;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.core.format.EventFormat;
import io.cloudevents.jackson.JsonFormat;
import io.missionbrief.subgraph.event.LoggedEvent;
import io.missionbrief.subgraph.event.Personal;
import java.net.URI;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes events in the form that consumers read: <a href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/spec.md">CloudEvents
 * 1.0</a> as JSON, in structured mode. Numbers of the log are text, because integers of CloudEvents have 32 bits.
 */
public final class PublishedEvents {

    private static final String JSON = "application/json";

    private final String subgraph;
    private final JsonMapper mapper = new JsonMapper();
    private final EventFormat format = new JsonFormat();

    /** @param subgraph whose events they are */
    PublishedEvents(String subgraph) {
        this.subgraph = subgraph;
    }

    /** The event as UTF-8. */
    public byte[] write(LoggedEvent event) {
        return format.serialize(envelope(event)
                .withData(JSON, mapper.writeValueAsBytes(Data.of(event)))
                .build());
    }

    /**
     * The event without what happened, as UTF-8: {@code dataref} says where that is (the CloudEvents extension of that name),
     * relative to the subgraph.
     */
    public byte[] writeReference(LoggedEvent event) {
        return format.serialize(envelope(event)
                .withDataContentType(JSON)
                .withExtension("dataref", URI.create("/events/" + event.at()))
                .build());
    }

    private CloudEventBuilder envelope(LoggedEvent event) {
        CloudEventBuilder envelope = CloudEventBuilder.v1()
                .withId(event.id().toString())
                .withSource(URI.create("/missionbrief/" + subgraph))
                .withType(event.type())
                .withSubject(event.objectId().toString())
                .withTime(event.occurredAt())
                .withDataSchema(URI.create("urn:missionbrief:" + subgraph + ":" + event.type()))
                .withExtension("workspaceid", event.workspace().value())
                .withExtension("epoch", event.at().epoch())
                .withExtension("position", String.valueOf(event.at().position()))
                .withExtension("workspaceposition", String.valueOf(event.workspacePosition()))
                .withExtension("lane", event.lane().name());
        if (event.requestId() != null) {
            envelope.withExtension("requestid", event.requestId());
        }
        if (event.traceParent() != null) {
            envelope.withExtension("traceparent", event.traceParent());
        }
        return envelope;
    }

    /** What happened. The JSON of the log is not read again, but written as it is. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Data(
            String actor,
            String objectType,
            UUID objectId,
            int objectVersion,
            @JsonRawValue String state,
            @JsonRawValue @Nullable String changes,
            @Nullable Sealed personal) {

        static Data of(LoggedEvent event) {
            Personal personal = event.personal();
            return new Data(
                    event.actor(),
                    event.objectType(),
                    event.objectId(),
                    event.objectVersion(),
                    event.state(),
                    event.changes(),
                    personal == null ? null : new Sealed(personal.subject(), new TreeSet<>(personal.fields())));
        }
    }

    /** Under whose key which fields are sealed. */
    record Sealed(UUID subject, Set<String> fields) {}
}
