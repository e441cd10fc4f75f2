package io.missionbrief.leads.lead;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionbrief.leads.lead.FindSameLeads.Wanted;
import io.missionbrief.leads.workspace.TestWorkspace;
import io.missionbrief.subgraph.security.Actor;
import io.missionbrief.subgraph.tenancy.TenantDatabase;
import io.missionbrief.subgraph.test.SubgraphTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@SubgraphTest("leads")
class FindSameLeadsTest {

    @LocalServerPort
    private int port;

    @Autowired
    private TenantDatabase database;

    @Autowired
    private FindSameLeads findSameLeads;

    private TestWorkspace workspace;
    private Actor actor;

    @BeforeEach
    void workspace() {
        workspace = TestWorkspace.at(port);
        actor = new Actor(workspace.user(), workspace.id(), Set.of(), Set.of(), Instant.MAX);
    }

    @Test
    void findsTheOldestLeadOfEachValue() {
        UUID first = lead(Map.of("email", "Ada@example.com", "phone", "+4930901820"));
        lead(Map.of("email", "ada@EXAMPLE.com", "phone", "+4930901820"));
        UUID partner = lead(Map.of("externalReference", "7", "source", "PARTNER"));

        var found = database.write(
                actor,
                sql -> findSameLeads.find(
                        sql,
                        new Wanted(
                                List.of("7", "8"),
                                List.of("ada@example.com", "b@example.com"),
                                List.of("+4930901820"),
                                List.of())));

        assertThat(found.byExternalReference()).containsExactly(Map.entry("7", partner));
        assertThat(found.byEmail()).containsExactly(Map.entry("ada@example.com", first));
        assertThat(found.byPhone()).containsExactly(Map.entry("+4930901820", first));
    }

    @Test
    void findsTheLeadThatASourceNamesSo() {
        lead(Map.of("externalReference", "7", "source", "API"));
        UUID partner = lead(Map.of("externalReference", "7", "source", "PARTNER"));
        UUID fair = lead(Map.of("externalReference", "7", "source", "PARTNER", "sourceDetail", "fair"));
        var ofPartner = new SourceReference("7", LeadSource.PARTNER, null);
        var ofFair = new SourceReference("7", LeadSource.PARTNER, "fair");
        var ofWebsite = new SourceReference("7", LeadSource.WEBSITE, null);

        var found = database.write(
                actor,
                sql -> findSameLeads.find(
                        sql, new Wanted(List.of(), List.of(), List.of(), List.of(ofWebsite, ofFair, ofPartner))));

        assertThat(found.bySourceReference())
                .containsExactlyInAnyOrderEntriesOf(Map.of(ofPartner, partner, ofFair, fair));
    }

    @Test
    void asksTheIndexOfEachValueForOneLead() {
        String plan = database.write(actor, sql -> {
            sql.execute("set local plan_cache_mode = force_custom_plan");
            List<String> values = List.of("a", "b");
            var sent = List.of(new SourceReference("a", LeadSource.API, "fair"));
            return sql.fetch(
                            "explain " + FindSameLeads.SAME,
                            FindSameLeads.parameters(new Wanted(values, values, values, sent)))
                    .formatCSV();
        });

        assertThat(plan)
                .contains("external_reference = wanted.value", "email_key = wanted_1.value", "phone = wanted_2.value")
                .contains("(external_reference = wanted_3.value) AND (source = wanted_3.source)")
                .contains("(source_detail = wanted_3.detail)", "(source_detail IS NULL)")
                .doesNotContain("Seq Scan");
        assertThat(plan.replace("One-Time Filter", "")).doesNotContain("Filter");
    }

    @Test
    void leavesThePlansOfTheOtherStatementsAsTheyWere() {
        String mode = database.write(actor, sql -> {
            findSameLeads.find(sql, new Wanted(List.of("7"), List.of(), List.of(), List.of()));
            return planCacheMode(sql);
        });

        assertThat(mode).isEqualTo(database.read(actor, FindSameLeadsTest::planCacheMode));
    }

    private static String planCacheMode(DSLContext sql) {
        return sql.fetchSingle("select current_setting('plan_cache_mode')").get(0, String.class);
    }

    private UUID lead(Map<String, ?> input) {
        JsonNode lead = workspace.lead("createLead", input);
        return UUID.fromString(lead.path("id").asString());
    }
}
