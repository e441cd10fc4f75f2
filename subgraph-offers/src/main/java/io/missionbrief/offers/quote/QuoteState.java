package io.missionbrief.offers.quote;

import io.missionbrief.subgraph.event.Recorded;
import io.missionbrief.subgraph.event.Snapshot;
import java.util.List;

/**
 * A quote as its events tell it.
 *
 * @param revision the one in force
 * @param lines of that revision, in their order
 */
record QuoteState(Quote quote, QuoteRevision revision, List<QuoteLine> lines) implements Recorded {

    QuoteState {
        lines = List.copyOf(lines);
    }

    /** The note is what somebody wrote about the lead, and is sealed. */
    @Override
    public Snapshot snapshot() {
        return Snapshot.of(quote.id(), quote.version())
                .with("id", quote.id())
                .with("reference", quote.reference())
                .with("leadId", quote.leadId())
                .with("applicationId", quote.applicationId())
                .with("currentRevision", revision.number())
                .with("currency", revision.currency())
                .with("validUntil", revision.validUntil())
                .with("note", revision.note())
                .with("totals", revision.totals().state())
                .with("approval", revision.approval())
                .with("approvedAt", revision.approvedAt())
                .with("lines", lines.stream().map(QuoteLineState::of).toList())
                .with("version", quote.version())
                .with("createdAt", quote.createdAt())
                .with("updatedAt", quote.updatedAt())
                .sealed(quote.leadId(), "note");
    }
}
