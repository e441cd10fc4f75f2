package io.missionbrief.subgraph.test.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The matrix holds for the tables of a subgraph, and each mutant of them is found. */
class TenancyMatrixTest {

    @Test
    void holdsForTablesWithTheirPolicies() {
        TenancyReport report = TenancyMatrix.of("sample").run();

        report.assertHolds();
        assertThat(report.attempts())
                .contains("note, SELECT, OWN: 1 rows", "note, DELETE, OWN: 1 rows", "note, SELECT, OTHER: 0 rows")
                .anyMatch(attempt ->
                        attempt.startsWith("note, INSERT, OTHER: ERROR: new row violates row-level security"))
                .anyMatch(attempt -> attempt.startsWith("note, SELECT, NONE: ERROR: no workspace is bound"))
                .anyMatch(attempt -> attempt.startsWith("note, SELECT, STRANGER: ERROR: permission denied for schema"))
                .anyMatch(attempt -> attempt.startsWith("event_log, SELECT, OWN: 1 rows"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            drop policy own_workspace on sample.note                    | a caller does not see the rows of its own workspace
            alter policy own_workspace on sample.note using (true)      | SELECT reaches rows of other workspaces; DELETE reaches rows of other workspaces; SELECT works without a workspace
            alter policy own_workspace on sample.note using (workspace_id = (select tenancy.workspace_id()) or 'admin:access' = any ((select tenancy.rights())::text[])) | SELECT reaches rows of other workspaces; DELETE reaches rows of other workspaces
            alter policy own_workspace on sample.note with check (workspace_id = (select tenancy.workspace_id()) or 'notes:move' = any ((select tenancy.rights())::text[])) | an insert puts a row into another workspace; an update moves a row into another workspace
            alter policy own_workspace on sample.note with check (true) | an insert puts a row into another workspace; an update moves a row into another workspace
            alter table sample.note disable row level security          | UPDATE reaches rows of other workspaces; does not enable and force row level security
            alter table sample.note no force row level security         | does not enable and force row level security
            """)
    void findsATableThatLostItsProtection(String change, String violations) {
        assertThat(violationsAfter(change)).contains(violations.split("; "));
    }

    /** One database for all of these: they do not touch each other. */
    @Test
    void findsWhatLeadsAroundThePolicies() {
        assertThat(violationsAfter("""
                grant usage on schema sample to stranger_app;
                grant select on sample.note to stranger_app;
                create policy theirs on sample.note for select to stranger_app using (true);
                create policy anybodys on sample.note for select using (false);
                create table sample.draft (workspace_id text, id uuid);
                create table sample.setting (name text);
                create table sample.tag (workspace_id text, note uuid);
                alter table sample.note add unique (id);
                alter table sample.tag add constraint tag_note foreign key (note) references sample.note (id);
                create view sample.every_note as select * from sample.note;
                create materialized view sample.all_notes as select * from sample.note;
                grant select on sample.every_note, sample.all_notes, sample.event_counter to sample_app;
                create function sample.peek() returns bigint language sql security definer
                    return (select count(*) from sample.note);
                grant execute on function sample.peek to sample_app
                """))
                .contains(
                        "note: SELECT works as another subgraph's role",
                        "Policy anybodys on sample.note names no role",
                        "Table draft does not enable and force row level security",
                        "Table setting has no workspace_id and is not listed",
                        "Foreign key tag_note on sample.tag does not carry workspace_id",
                        "View every_note asks as its owner",
                        "Materialized view all_notes has no policies",
                        "Function peek runs with the rights of its owner and is not listed",
                        "Table event_counter has no tenant and is listed with [], but grants [SELECT]");
    }

    private static String violationsAfter(String change) {
        return String.join("\n", TenancyMatrix.of("sample").after(change).run().violations());
    }

    @Test
    void letsWhatIsListedPass() {
        TenancyMatrix.of("sample")
                .after("create table sample.setting (name text); grant select on sample.setting to sample_app")
                .withoutTenant("setting", "the same for everybody", Privilege.SELECT)
                .run()
                .assertHolds();
    }
}
