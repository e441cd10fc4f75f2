package io.missionbrief.subgraph.observability;

import java.util.UUID;
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
        return UUID.randomUUID().toString();
    }
}
