package io.missionbrief.plans;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Reads the {@code userErrors} of a payload. */
public final class UserErrors {

    private UserErrors() {}

    /** Expects exactly these, each written as {@code CODE path.of.field}, and that nothing was answered beside them. */
    public static void assertRefused(JsonNode payload, String... errors) {
        assertThat(list(payload)).containsExactly(errors);
        assertThat(payload.properties())
                .allSatisfy(field -> assertThat(field.getKey().equals("userErrors")
                                || field.getValue().isNull())
                        .as("nothing but the refusal in %s", payload)
                        .isTrue());
    }

    private static List<String> list(JsonNode payload) {
        return StreamSupport.stream(payload.path("userErrors").spliterator(), false)
                .map(error -> error.path("code").asString() + " "
                        + String.join(
                                ".",
                                StreamSupport.stream(error.path("field").spliterator(), false)
                                        .map(JsonNode::asString)
                                        .toList()))
                .toList();
    }
}
