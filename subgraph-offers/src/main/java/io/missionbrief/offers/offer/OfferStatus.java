package io.missionbrief.offers.offer;

import java.util.List;

/** Where an offer stands. */
enum OfferStatus {
    DRAFT,
    SENT,
    VIEWED,
    ACCEPTED,
    DECLINED,
    EXPIRED,
    WITHDRAWN;

    /** The legal steps from here. */
    List<OfferStatus> next() {
        return switch (this) {
            case DRAFT -> List.of(SENT, WITHDRAWN);
            case SENT -> List.of(VIEWED, ACCEPTED, DECLINED, EXPIRED, WITHDRAWN);
            case VIEWED -> List.of(ACCEPTED, DECLINED, EXPIRED, WITHDRAWN);
            case ACCEPTED, DECLINED, EXPIRED, WITHDRAWN -> List.of();
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
