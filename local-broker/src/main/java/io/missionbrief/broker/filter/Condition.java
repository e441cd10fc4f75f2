package io.missionbrief.broker.filter;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** What may be said of one attribute. */
@FunctionalInterface
interface Condition {

    /**
     * Whether a message meets it.
     *
     * @param values of the attribute, several for {@code String.Array}; none when the message does not have it
     */
    boolean matches(List<JsonNode> values);
}
