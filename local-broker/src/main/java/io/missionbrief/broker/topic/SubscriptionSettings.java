package io.missionbrief.broker.topic;

import io.missionbrief.broker.filter.FilterPolicy;
import io.missionbrief.broker.filter.UnknownFilterException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a subscription gets its messages, and which.
 *
 * @param raw whether the queue gets the message itself, and not SNS's notification around it
 * @param filterPolicy as it was given, empty when everything is wanted
 */
record SubscriptionSettings(boolean raw, String filterPolicy) {

    static final SubscriptionSettings DEFAULTS = new SubscriptionSettings(false, "");

    private static final String RAW = "RawMessageDelivery";
    private static final String POLICY = "FilterPolicy";
    private static final String SCOPE = "FilterPolicyScope";
    private static final String BY_ATTRIBUTES = "MessageAttributes";

    /** @throws SnsException for an attribute that is wrong or not known here: none is ignored */
    SubscriptionSettings with(Map<String, String> attributes) {
        SubscriptionSettings changed = this;
        for (Map.Entry<String, String> attribute : attributes.entrySet()) {
            changed = changed.with(attribute.getKey(), attribute.getValue());
        }
        return changed;
    }

    private SubscriptionSettings with(String name, String value) {
        return switch (name) {
            case RAW -> new SubscriptionSettings(bool(value), filterPolicy);
            case POLICY -> new SubscriptionSettings(raw, policy(value));
            case SCOPE -> requireByAttributes(value);
            default -> throw SnsException.invalid("AttributeName", "'" + name + "' is not known to the local broker");
        };
    }

    private static boolean bool(String value) {
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw SnsException.invalid(RAW, "it must be true or false");
        };
    }

    private static String policy(String value) {
        try {
            String policy = value.isBlank() ? "{}" : value;
            FilterPolicy.parse(policy);
            return policy.equals("{}") ? "" : policy;
        } catch (UnknownFilterException refusal) {
            throw SnsException.invalid(POLICY, String.valueOf(refusal.getMessage()));
        }
    }

    private SubscriptionSettings requireByAttributes(String value) {
        if (!value.equals(BY_ATTRIBUTES)) {
            throw SnsException.invalid(SCOPE, "the local broker filters by " + BY_ATTRIBUTES + " only");
        }
        return this;
    }

    FilterPolicy filter() {
        return filterPolicy.isEmpty() ? FilterPolicy.none() : FilterPolicy.parse(filterPolicy);
    }

    Map<String, String> attributes() {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put(RAW, String.valueOf(raw));
        if (!filterPolicy.isEmpty()) {
            attributes.put(POLICY, filterPolicy);
            attributes.put(SCOPE, BY_ATTRIBUTES);
        }
        return attributes;
    }
}
