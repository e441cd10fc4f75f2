package io.missionbrief.leads.application;

import java.util.List;
import java.util.stream.Collectors;

/** Where an application stands. */
public enum ApplicationStatus {
    DRAFT,
    SUBMITTED,
    UNDER_REVIEW,
    APPROVED,
    REJECTED,
    WITHDRAWN;

    /** The legal steps from here. */
    public List<ApplicationStatus> next() {
        return switch (this) {
            case DRAFT -> List.of(SUBMITTED, WITHDRAWN);
            case SUBMITTED -> List.of(UNDER_REVIEW, WITHDRAWN);
            case UNDER_REVIEW -> List.of(APPROVED, REJECTED, WITHDRAWN);
            case APPROVED, REJECTED, WITHDRAWN -> List.of();
        };
    }

    /** Why a step to {@code status} is refused, and the steps that are legal. */
    String cannotBecome(ApplicationStatus status) {
        String refused = "An application that is " + this + " cannot become " + status + ": ";
        return next().isEmpty()
                ? refused + "it is at its end; start another one"
                : refused + "it can become " + next().stream().map(Enum::name).collect(Collectors.joining(" or "));
    }
}
