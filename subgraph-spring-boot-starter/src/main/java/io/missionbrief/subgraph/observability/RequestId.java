package io.missionbrief.subgraph.observability;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The id by which client, router, subgraphs, logs and events name one request. */
final class RequestId {

    static final String HEADER = "x-request-id";

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]{1,128}");

    private RequestId() {}

    /** The given id, or a new one when there is none or it could be used to forge lines of a log. */
    static String of(@Nullable String given) {
        return given != null && FORM.matcher(given).matches() ? given : make();
    }

    static String make() {
        // It needs to be unlike all others, not hard to guess: no secure random for each request.
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }
}
