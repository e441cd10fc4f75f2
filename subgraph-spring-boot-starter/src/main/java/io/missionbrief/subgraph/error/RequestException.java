package io.missionbrief.subgraph.error;

import java.util.Map;

/**
 * A request that cannot be answered. It reaches the client as an entry of {@code errors[]} with the code, the message
 * and the extensions, so none of them may reveal anything of the inside.
 */
public final class RequestException extends RuntimeException {

    private final ErrorCode code;
    private final transient Map<String, Object> extensions;

    /** @param message for the client: what is wrong and the way out */
    public RequestException(ErrorCode code, String message) {
        this(code, message, Map.of());
    }

    /**
     * @param message for the client: what is wrong and the way out
     * @param extensions further entries of the error's extensions, beside {@code code}
     */
    public RequestException(ErrorCode code, String message, Map<String, Object> extensions) {
        super(message, null, false, false);
        this.code = code;
        this.extensions = Map.copyOf(extensions);
    }

    /** A {@link ErrorCode#BAD_USER_INPUT} about one argument or input field, which {@code extensions.field} names. */
    public static RequestException badUserInput(String field, String message) {
        return new RequestException(ErrorCode.BAD_USER_INPUT, message, Map.of("field", field));
    }

    public ErrorCode code() {
        return code;
    }

    /** The entries beside {@code code}; empty when there are none. */
    public Map<String, Object> extensions() {
        return extensions;
    }
}
