package io.missionbrief.broker.filter;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** The conditions that a filter policy may have here: exact values, {@code prefix}, {@code anything-but}, {@code exists}, {@code numeric}. */
final class Conditions {

    private static final String KNOWN =
            "; known are strings, numbers, true, false, null, and prefix, anything-but, exists," + " numeric";

    private static final Map<String, IntPredicate> COMPARISONS = Map.of(
            "=",
            sign -> sign == 0,
            "<",
            sign -> sign < 0,
            "<=",
            sign -> sign <= 0,
            ">",
            sign -> sign > 0,
            ">=",
            sign -> sign >= 0);

    private Conditions() {}

    static Condition of(String attribute, JsonNode condition) {
        if (!condition.isContainer()) {
            return any(equalTo(condition));
        }
        if (!condition.isObject() || condition.size() != 1) {
            throw unknown(attribute, condition);
        }
        Map.Entry<String, JsonNode> only = condition.properties().iterator().next();
        return switch (only.getKey()) {
            case "prefix" -> any(prefix(attribute, only.getValue()));
            case "anything-but" -> any(anythingBut(attribute, only.getValue()));
            case "exists" -> exists(attribute, only.getValue());
            case "numeric" -> any(numeric(attribute, only.getValue()));
            default -> throw unknown(attribute, condition);
        };
    }

    private static Condition any(Predicate<JsonNode> one) {
        return values -> values.stream().anyMatch(one);
    }

    private static Predicate<JsonNode> equalTo(JsonNode wanted) {
        if (wanted.isNumber()) {
            BigDecimal number = wanted.decimalValue();
            return value -> value.isNumber() && value.decimalValue().compareTo(number) == 0;
        }
        return wanted::equals;
    }

    private static Predicate<JsonNode> prefix(String attribute, JsonNode prefix) {
        if (!prefix.isString() || prefix.stringValue().isEmpty()) {
            throw new UnknownFilterException("prefix of \"" + attribute + "\" must be a string that is not empty");
        }
        String start = prefix.stringValue();
        return value -> value.isString() && value.stringValue().startsWith(start);
    }

    private static Predicate<JsonNode> anythingBut(String attribute, JsonNode unwanted) {
        if (unwanted.isObject()) {
            if (unwanted.size() != 1 || !unwanted.has("prefix")) {
                throw unknown(attribute, unwanted);
            }
            return prefix(attribute, unwanted.get("prefix")).negate();
        }
        List<JsonNode> all = unwanted.isArray() ? List.copyOf(unwanted.values()) : List.of(unwanted);
        if (all.isEmpty() || !all.stream().allMatch(value -> value.isString() || value.isNumber())) {
            throw new UnknownFilterException(
                    "anything-but of \"" + attribute + "\" must be a string, a number, an array of them, or a prefix");
        }
        return all.stream()
                .map(Conditions::equalTo)
                .reduce(Predicate::or)
                .orElseThrow()
                .negate();
    }

    private static Condition exists(String attribute, JsonNode wanted) {
        if (!wanted.isBoolean()) {
            throw new UnknownFilterException("exists of \"" + attribute + "\" must be true or false");
        }
        return values -> values.isEmpty() != wanted.booleanValue();
    }

    private static Predicate<JsonNode> numeric(String attribute, JsonNode comparisons) {
        List<Predicate<JsonNode>> all = new ArrayList<>();
        boolean isWhole = comparisons.isArray() && (comparisons.size() == 2 || comparisons.size() == 4);
        for (int at = 0; isWhole && at < comparisons.size(); at += 2) {
            IntPredicate comparison = COMPARISONS.get(comparisons.get(at).asString(""));
            JsonNode limit = comparisons.get(at + 1);
            isWhole = comparison != null && limit.isNumber();
            if (comparison != null && limit.isNumber()) {
                BigDecimal number = limit.decimalValue();
                all.add(value ->
                        value.isNumber() && comparison.test(value.decimalValue().compareTo(number)));
            }
        }
        if (!isWhole) {
            throw new UnknownFilterException("numeric of \"" + attribute
                    + "\" must be one or two pairs of =, <, <=, > or >= and a number, such as [\">=\", 0, \"<\", 100]");
        }
        return all.stream().reduce(Predicate::and).orElseThrow();
    }

    private static UnknownFilterException unknown(String attribute, JsonNode condition) {
        return new UnknownFilterException(
                "\"" + attribute + "\" has a condition that is not known here: " + condition + KNOWN);
    }
}
