package io.missionbrief.leads;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionbrief.subgraph.test.SpareSubgraph;
import io.missionbrief.subgraph.test.SubgraphTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What one workspace has is for another as if it were not there, and the same check finds what a lost policy opens. */
@SubgraphTest("leads")
class IsolationTest {

    private static final List<String> OTHER_TABLES = List.of(
            "lead_raw",
            "application",
            "application_document",
            "verification_check",
            "lead_import",
            "lead_import_upload",
            "lead_import_report");

    @LocalServerPort
    private int port;

    @Test
    void noWayLeadsIntoAnotherWorkspace() {
        assertThat(WaysIn.of(port).open()).isEmpty();
    }

    @Test
    void withoutPoliciesEachWayIsOpen() {
        try (SpareSubgraph unguarded = SpareSubgraph.start(LeadsApplication.class, "leads")) {
            open(unguarded, "lead");
            assertThat(WaysIn.of(unguarded.port()).open())
                    .contains(
                            "leads", "lead by id", "lead by reference", "entity Lead", "Lead.duplicates", "updateLead");

            OTHER_TABLES.forEach(table -> open(unguarded, table));
            WaysIn ways = WaysIn.of(unguarded.port());
            assertThat(ways.open()).containsExactlyElementsOf(ways.all());
        }
    }

    private static void open(SpareSubgraph subgraph, String table) {
        subgraph.spoil("alter policy own_workspace on leads." + table + " using (true) with check (true)");
    }
}
