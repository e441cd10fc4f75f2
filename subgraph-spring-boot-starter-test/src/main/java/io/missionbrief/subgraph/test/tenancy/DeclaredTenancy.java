package io.missionbrief.subgraph.test.tenancy;

import java.sql.SQLException;
import java.util.Map;
import java.util.Set;

/** What can be seen without trying: that each table is declared to be one of a tenant, or is listed as none. */
final class DeclaredTenancy {

    private final Catalogue catalogue;
    private final Map<String, Set<Privilege>> withoutTenant;
    private final Set<String> trusted;

    DeclaredTenancy(Catalogue catalogue, Map<String, Set<Privilege>> withoutTenant, Set<String> trusted) {
        this.catalogue = catalogue;
        this.withoutTenant = withoutTenant;
        this.trusted = trusted;
    }

    void check(TenancyReport report) throws SQLException {
        for (TenantTable table : catalogue.tables()) {
            check(table, report);
        }
        for (String policy : catalogue.policiesForEverybody()) {
            report.violated("Policy " + policy + " names no role");
        }
        for (String key : catalogue.foreignKeysAcrossWorkspaces()) {
            report.violated(
                    "Foreign key " + key + " does not carry workspace_id, so it can point into another workspace");
        }
        for (String function : catalogue.functionsWithRightsOfTheirOwner()) {
            if (!trusted.contains(function)) {
                report.violated("Function " + function + " runs with the rights of its owner and is not listed");
            }
        }
    }

    private void check(TenantTable table, TenancyReport report) {
        var listed = withoutTenant.get(table.name());
        switch (table.kind()) {
            case 'v' -> {
                if (!table.granted().isEmpty() && !table.secured()) {
                    report.violated(
                            "View " + table.name() + " asks as its owner: create it with (security_invoker = true)");
                }
            }
            case 'm' -> {
                if (!table.granted().isEmpty()) {
                    report.violated(
                            "Materialized view " + table.name() + " has no policies: grant it to no role of requests");
                }
            }
            default -> {
                if (listed != null) {
                    checkListed(table, listed, report);
                } else if (!table.hasWorkspace()) {
                    report.violated("Table " + table.name() + " has no workspace_id and is not listed");
                } else if (!table.secured()) {
                    report.violated("Table " + table.name() + " does not enable and force row level security");
                }
            }
        }
    }

    private static void checkListed(TenantTable table, Set<Privilege> listed, TenancyReport report) {
        if (!listed.containsAll(table.granted())) {
            report.violated("Table " + table.name() + " has no tenant and is listed with " + listed + ", but grants "
                    + table.granted());
        }
    }
}
