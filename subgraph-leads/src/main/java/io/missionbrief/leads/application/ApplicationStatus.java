package io.missionbrief.leads.application;

import io.missionbrief.subgraph.mutation.UserError;
import java.util.List;

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

    /** Why a step to {@code status} is refused, for {@code field}, which asked for it; names the legal ones. */
    UserError cannotBecome(String field, ApplicationStatus status) {
        return UserError.illegalTransition(field, "application", this, status, next());
    }
}
