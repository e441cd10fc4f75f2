package io.missionbrief.broker.filter;

import io.missionbrief.broker.message.MessageAttribute;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.DecimalNode;
import tools.jackson.databind.node.StringNode;

/**
 * Which messages a subscription wants, by their attributes: every attribute that the policy names has to meet one of its
 * conditions.
 */
public final class FilterPolicy {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** SNS's own. */
    private static final int MOST_ATTRIBUTES = 5;

    private static final int MOST_COMBINATIONS = 150;

    private final Map<String, List<Condition>> conditions;

    private FilterPolicy(Map<String, List<Condition>> conditions) {
        this.conditions = conditions;
    }

    /** Wants everything. */
    public static FilterPolicy none() {
        return new FilterPolicy(Map.of());
    }

    /**
     * Reads a policy.
     *
     * @throws UnknownFilterException names the attribute and what is wrong with it
     */
    public static FilterPolicy parse(String policy) {
        JsonNode json = read(policy);
        if (!json.isObject()) {
            throw new UnknownFilterException("the policy must be a JSON object");
        }
        Map<String, List<Condition>> conditions = new LinkedHashMap<>();
        json.properties()
                .forEach(entry -> conditions.put(entry.getKey(), conditions(entry.getKey(), entry.getValue())));
        requireLimits(conditions);
        return new FilterPolicy(conditions);
    }

    private static JsonNode read(String policy) {
        try {
            return JSON.readTree(policy);
        } catch (JacksonException cause) {
            throw new UnknownFilterException("the policy is not JSON: " + cause.getOriginalMessage());
        }
    }

    private static List<Condition> conditions(String attribute, JsonNode values) {
        if (!values.isArray() || values.isEmpty()) {
            throw new UnknownFilterException("\"" + attribute + "\" must be an array of at least one condition"
                    + (attribute.equals("$or") ? "; $or is not known here" : ""));
        }
        if (attribute.equals("$or")) {
            throw new UnknownFilterException("$or is not known here");
        }
        List<Condition> conditions = new ArrayList<>();
        values.forEach(value -> conditions.add(Conditions.of(attribute, value)));
        return List.copyOf(conditions);
    }

    private static void requireLimits(Map<String, List<Condition>> conditions) {
        long combinations = conditions.values().stream()
                .mapToLong(List::size)
                .reduce(1, (all, more) -> Math.min(all * more, 1_000));
        if (conditions.size() > MOST_ATTRIBUTES || combinations > MOST_COMBINATIONS) {
            throw new UnknownFilterException("a policy may name " + MOST_ATTRIBUTES + " attributes and have "
                    + MOST_COMBINATIONS + " combinations of their values");
        }
    }

    /** Whether a message with these attributes is wanted. */
    public boolean wants(Map<String, MessageAttribute> attributes) {
        return conditions.entrySet().stream().allMatch(entry -> {
            List<JsonNode> values = values(attributes, entry.getKey());
            return entry.getValue().stream().anyMatch(condition -> condition.matches(values));
        });
    }

    /** A binary attribute cannot be filtered by, as if it were not there. */
    private static List<JsonNode> values(Map<String, MessageAttribute> attributes, String name) {
        MessageAttribute attribute = attributes.get(name);
        if (attribute == null || attribute.isBinary()) {
            return List.of();
        }
        if (attribute.kind().equals("Number")) {
            return List.of(DecimalNode.valueOf(new BigDecimal(attribute.value())));
        }
        return attribute.dataType().equals("String.Array")
                ? List.copyOf(JSON.readTree(attribute.value()).values())
                : List.of(StringNode.valueOf(attribute.value()));
    }
}
