package io.missionbrief.subgraph.test.tenancy;

import java.util.ArrayList;
import java.util.List;

/** What the matrix found: one line for each attempt, and what must not be. */
public final class TenancyReport {

    private final String subgraph;
    private final List<String> attempts = new ArrayList<>();
    private final List<String> violations = new ArrayList<>();

    TenancyReport(String subgraph) {
        this.subgraph = subgraph;
    }

    /** What must not be; empty when no row crosses a workspace. */
    public List<String> violations() {
        return List.copyOf(violations);
    }

    /** Each attempt as {@code table, privilege, caller: outcome}. */
    public List<String> attempts() {
        return List.copyOf(attempts);
    }

    /** Throws an {@link AssertionError} that lists the violations, and when nothing was tried at all. */
    public void assertHolds() {
        if (!violations.isEmpty()) {
            throw new AssertionError("The tenancy of " + subgraph + " is broken:\n- " + String.join("\n- ", violations)
                    + "\n\nAll attempts:\n" + this);
        }
        if (attempts.isEmpty()) {
            throw new AssertionError("Nothing was tried: " + subgraph + " has no table of a tenant");
        }
    }

    void attempted(String table, Privilege privilege, Caller caller, String outcome) {
        attempts.add("%s, %s, %s: %s".formatted(table, privilege, caller, outcome));
    }

    void violated(String what) {
        violations.add(what);
    }

    @Override
    public String toString() {
        return String.join("\n", attempts);
    }
}
