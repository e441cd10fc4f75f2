package io.missionbrief.offers.offer;

import java.util.EnumSet;
import java.util.Set;

/** Where an offer stands. */
public enum OfferStatus {
    DRAFT,
    SENT,
    VIEWED,
    ACCEPTED,
    DECLINED,
    EXPIRED,
    WITHDRAWN;

    /** The statuses that an offer can have next. */
    Set<OfferStatus> next() {
        return switch (this) {
            case DRAFT -> EnumSet.of(SENT, WITHDRAWN);
            case SENT -> EnumSet.of(VIEWED, ACCEPTED, DECLINED, EXPIRED, WITHDRAWN);
            case VIEWED -> EnumSet.of(ACCEPTED, DECLINED, EXPIRED, WITHDRAWN);
            case ACCEPTED, DECLINED, EXPIRED, WITHDRAWN -> EnumSet.noneOf(OfferStatus.class);
        };
    }

    /** Whether an offer can only become this before its expiry. */
    boolean needsValidity() {
        return switch (this) {
            case SENT, VIEWED, ACCEPTED -> true;
            case DRAFT, DECLINED, EXPIRED, WITHDRAWN -> false;
        };
    }
}
