package io.missionbrief.subgraph.error;

/** What {@code errors[].extensions.code} can say. Clients switch over it: the set is closed. */
public enum ErrorCode {
    /** No token, or one that is malformed, expired, signed by a stranger or of an unknown workspace. */
    UNAUTHENTICATED,
    /** The token lacks a scope. Never used for an object that the caller may not see: that is {@link #NOT_FOUND}. */
    FORBIDDEN,
    /** The request cannot be understood; the message names the argument. */
    BAD_USER_INPUT,
    /** There is no such object, or the caller may not see it. */
    NOT_FOUND,
    /** The request contradicts the present state. */
    CONFLICT,
    /** Too many requests; {@code extensions.retryAfter} says the seconds to wait. */
    RATE_LIMITED,
    /** The query is too deep, too wide or too costly. */
    QUERY_TOO_COMPLEX,
    /** Something that this request needs is down; the same request may succeed later. */
    SERVICE_UNAVAILABLE,
    /** A failure of ours. The message holds nothing but the request id. */
    INTERNAL
}
