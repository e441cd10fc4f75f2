package io.missionbrief.subgraph.mutation;

/** What a user can get wrong in a mutation. The same set stands in the schema as the enum {@code UserErrorCode}. */
public enum UserErrorCode {
    /** There is no such object, or the caller may not see it. */
    NOT_FOUND,
    /** Somebody else changed the object since the caller read it. */
    STALE_VERSION,
    /** The object's state does not allow this step; the message names those that it allows. */
    ILLEGAL_TRANSITION,
    /** A value is out of its range or does not fit the others. */
    INVALID_VALUE,
    /** A value is missing. */
    REQUIRED,
    /** Another object has this key already. */
    ALREADY_EXISTS,
    /** The idempotency key was used within 24 hours for another input. */
    IDEMPOTENCY_KEY_REUSED,
    /** The object's time is over. */
    EXPIRED,
    /** The object is no longer offered. */
    RETIRED,
    /** The object is not yet, or not now, in use. */
    NOT_ACTIVE,
    /** Somebody with a further right has to agree first. */
    APPROVAL_REQUIRED,
    /** The workspace's limit is reached. */
    LIMIT_EXCEEDED
}
