package io.missionbrief.offers.quote;

/** Whether the discounts of a revision need somebody's agreement. */
public enum QuoteApproval {
    /** All discounts are within the workspace's limit. */
    NOT_REQUIRED,
    /** A discount is above the limit; no offer can be made before somebody agrees. */
    REQUIRED,
    /** Somebody with {@code offers:approve} agreed. */
    APPROVED
}
