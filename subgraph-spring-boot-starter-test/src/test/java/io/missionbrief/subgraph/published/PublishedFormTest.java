package io.missionbrief.subgraph.published;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionbrief.subgraph.event.Lane;
import io.missionbrief.subgraph.event.LogPosition;
import io.missionbrief.subgraph.event.LoggedEvent;
import io.missionbrief.subgraph.event.Personal;
import io.missionbrief.subgraph.security.WorkspaceId;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The form of an event, word by word: consumers rely on it. */
class PublishedFormTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final UUID ID = UUID.fromString("0199b1f0-0000-7000-8000-000000000001");
    private static final UUID OBJECT = UUID.fromString("0199b1f0-0000-7000-8000-000000000002");

    private final PublishedEvents published = new PublishedEvents("leads");

    @Test
    void ofAChangeWithPersonalFields() {
        LoggedEvent event = event(
                "{\"name\": {\"sealed\": \"AbC=\"}, \"score\": 12345678901234567890.5, \"company\": \"Bäckerei \\u0000 漢\"}",
                "{\"score\": {\"before\": 1, \"after\": 12345678901234567890.5}}",
                new Personal(OBJECT, Set.of("name", "email")),
                "request-1");

        assertThat(read(published.write(event))).isEqualTo(JSON.readTree("""
                {
                  "specversion": "1.0",
                  "id": "0199b1f0-0000-7000-8000-000000000001",
                  "source": "/missionbrief/leads",
                  "type": "Lead.Updated",
                  "subject": "0199b1f0-0000-7000-8000-000000000002",
                  "time": "2026-05-04T10:11:12.131415Z",
                  "datacontenttype": "application/json",
                  "dataschema": "urn:missionbrief:leads:Lead.Updated",
                  "workspaceid": "1001",
                  "epoch": "0123456789ab",
                  "position": "9007199254740993",
                  "workspaceposition": "17",
                  "lane": "BULK",
                  "requestid": "request-1",
                  "traceparent": "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                  "data": {
                    "actor": "ada",
                    "objectType": "Lead",
                    "objectId": "0199b1f0-0000-7000-8000-000000000002",
                    "objectVersion": 3,
                    "state": {"name": {"sealed": "AbC="}, "score": 12345678901234567890.5, "company": "Bäckerei \\u0000 漢"},
                    "changes": {"score": {"before": 1, "after": 12345678901234567890.5}},
                    "personal": {"subject": "0199b1f0-0000-7000-8000-000000000002", "fields": ["email", "name"]}
                  }
                }
                """));
    }

    @Test
    void ofANewObjectWithoutPersonalFieldsAndARequest() {
        JsonNode written = read(published.write(event("{}", null, null, null)));

        assertThat(written.propertyNames()).doesNotContain("requestid", "traceparent");
        assertThat(written.path("data").propertyNames())
                .containsExactly("actor", "objectType", "objectId", "objectVersion", "state");
    }

    @Test
    void ofAnEventThatIsTooLarge() {
        JsonNode written = read(published.writeReference(event("{}", null, null, null)));

        assertThat(written.path("dataref").asString()).isEqualTo("/events/0123456789ab.9007199254740993");
        assertThat(written.has("data")).isFalse();
        assertThat(written.path("type").asString()).isEqualTo("Lead.Updated");
    }

    private static LoggedEvent event(
            String state, @Nullable String changes, @Nullable Personal personal, @Nullable String request) {
        return new LoggedEvent(
                ID,
                new WorkspaceId("1001"),
                "Lead.Updated",
                "Lead",
                OBJECT,
                3,
                "ada",
                OffsetDateTime.parse("2026-05-04T10:11:12.131415Z"),
                new LogPosition("0123456789ab", 9_007_199_254_740_993L),
                17,
                state,
                changes,
                personal,
                Lane.BULK,
                request,
                request == null ? null : "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
    }

    private static JsonNode read(byte[] json) {
        return JSON.readTree(json);
    }
}
