package io.missionbrief.leads.lead;

import java.util.List;

/** Where a lead stands in the funnel. */
public enum LeadStatus {
    NEW,
    CONTACTED,
    QUALIFIED,
    APPLIED,
    OFFERED,
    WON,
    LOST;

    /** The legal steps from here, in the order of the funnel. */
    public List<LeadStatus> next() {
        return switch (this) {
            case NEW -> List.of(CONTACTED, LOST);
            case CONTACTED -> List.of(QUALIFIED, LOST);
            case QUALIFIED -> List.of(APPLIED, LOST);
            case APPLIED -> List.of(OFFERED, LOST);
            case OFFERED -> List.of(WON, LOST);
            case WON -> List.of(OFFERED);
            case LOST -> List.of(NEW, CONTACTED, QUALIFIED);
        };
    }

    /** Whether the lead has left the funnel. */
    public boolean isClosed() {
        return switch (this) {
            case NEW, CONTACTED, QUALIFIED, APPLIED, OFFERED -> false;
            case WON, LOST -> true;
        };
    }

    /** Whether the step to {@code next} has to be explained: when the lead is given up, and when it is reopened. */
    boolean needsReason(LeadStatus next) {
        return next == LOST || isClosed();
    }
}
