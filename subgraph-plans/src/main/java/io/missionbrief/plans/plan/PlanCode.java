package io.missionbrief.plans.plan;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of a plan that contracts and imports use.
 *
 * @param value 1 to 63 letters, digits, hyphens and underscores, in upper case
 */
record PlanCode(String value) {

    private static final Pattern FORM = Pattern.compile("[A-Z0-9][A-Z0-9_-]{0,62}");

    PlanCode {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a plan code: " + value);
        }
    }

    /** What a person typed, in any case; empty when it is no code. */
    static Optional<PlanCode> parse(String text) {
        String code = text.strip().toUpperCase(Locale.ROOT);
        return FORM.matcher(code).matches() ? Optional.of(new PlanCode(code)) : Optional.empty();
    }
}
