package io.missionbrief.offers.quote;

import java.util.UUID;

/**
 * What a revision is called by.
 *
 * @param number counts the revisions of the quote from 1
 */
record RevisionName(UUID quoteId, int number) {

    static RevisionName of(QuoteRevision revision) {
        return new RevisionName(revision.quoteId(), revision.number());
    }
}
