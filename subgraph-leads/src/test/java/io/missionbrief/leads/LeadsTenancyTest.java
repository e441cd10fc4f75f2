package io.missionbrief.leads;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionbrief.subgraph.test.tenancy.TenancyMatrix;
import java.util.List;
import org.junit.jupiter.api.Test;

class LeadsTenancyTest {

    private static final List<String> TABLES = List.of(
            "lead",
            "lead_raw",
            "application",
            "application_document",
            "verification_check",
            "lead_import",
            "lead_import_upload",
            "lead_import_report");

    @Test
    void noTableLetsARowCrossAWorkspace() {
        TenancyMatrix.of("leads").run().assertHolds();
    }

    @Test
    void aTableWithoutItsPolicyIsNoticed() {
        var unguarded = TenancyMatrix.of("leads");
        TABLES.forEach(table ->
                unguarded.after("alter policy own_workspace on leads." + table + " using (true) with check (true)"));

        var violations = unguarded.run().violations();

        assertThat(TABLES)
                .allSatisfy(table ->
                        assertThat(violations).anyMatch(violation -> violation.matches(".*\\b" + table + "\\b.*")));
    }
}
