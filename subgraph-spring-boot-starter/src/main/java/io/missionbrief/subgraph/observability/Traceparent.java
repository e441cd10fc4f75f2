package io.missionbrief.subgraph.observability;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The W3C trace context of a request. {@link #toString()} is the header's value.
 *
 * @param traceId 32 hexadecimal digits, not all zero
 * @param spanId 16 hexadecimal digits, not all zero
 * @param sampled whether the trace is recorded
 */
public record Traceparent(String traceId, String spanId, boolean sampled) {

    static final String HEADER = "traceparent";

    private static final Pattern FORM =
            Pattern.compile("(?!ff)[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2}).*");
    private static final Pattern ZEROS = Pattern.compile("0+");

    /** The header's context, or a new one when it is missing or malformed. */
    static Traceparent of(@Nullable String header) {
        if (header == null) {
            return begin();
        }
        var parts = FORM.matcher(header);
        if (!parts.matches() || isZero(parts.group(1)) || isZero(parts.group(2))) {
            return begin();
        }
        boolean sampled = (Integer.parseInt(parts.group(3), 16) & 1) == 1;
        return new Traceparent(parts.group(1), parts.group(2), sampled);
    }

    static Traceparent begin() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        // The lowest bit is set, so that neither part is ever all zero.
        String traceId = hex(random.nextLong()) + hex(random.nextLong() | 1);
        return new Traceparent(traceId, hex(random.nextLong() | 1), false);
    }

    private static boolean isZero(String digits) {
        return ZEROS.matcher(digits).matches();
    }

    private static String hex(long value) {
        return HexFormat.of().toHexDigits(value);
    }

    @Override
    public String toString() {
        return "00-" + traceId + "-" + spanId + (sampled ? "-01" : "-00");
    }
}
