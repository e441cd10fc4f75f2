package io.missionbrief.subgraph.error;

/** What {@code errors[].extensions.code} can say. Clients switch over it: the set is closed. */
public enum ErrorCode {
    /** No token, or one that is malformed, expired, signed by a stranger or of an unknown workspace. */
    UNAUTHENTICATED(401),
    /** The token lacks a scope, or its workspace is suspended. Never used for an object that the caller may not see: that is {@link #NOT_FOUND}. */
    FORBIDDEN(403),
    /** The request cannot be understood; the message names the argument. */
    BAD_USER_INPUT(400),
    /** There is no such object, or the caller may not see it. */
    NOT_FOUND(404),
    /** The request contradicts the present state. */
    CONFLICT(409),
    /** Too many requests; {@code extensions.retryAfter} says the seconds to wait. */
    RATE_LIMITED(429),
    /** The query is too deep, too wide or too costly. */
    QUERY_TOO_COMPLEX(400),
    /** Something that this request needs is down; the same request may succeed later. */
    SERVICE_UNAVAILABLE(503),
    /** A failure of ours. The message holds nothing but the request id. */
    INTERNAL(500);

    private final int httpStatus;

    ErrorCode(int httpStatus) {
        this.httpStatus = httpStatus;
    }

    /** The status of an HTTP answer that holds nothing but this error. A GraphQL answer with errors stays 200. */
    public int httpStatus() {
        return httpStatus;
    }
}
