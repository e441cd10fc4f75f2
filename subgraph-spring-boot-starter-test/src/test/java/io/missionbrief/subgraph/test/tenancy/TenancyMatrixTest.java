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
            drop policy own_workspace on sample.note                                        | does not see the rows of its own
            alter policy own_workspace on sample.note using (true)                          | SELECT reaches rows of other workspaces
            alter policy own_workspace on sample.note using (true)                          | DELETE reaches rows of other workspaces
            alter policy own_workspace on sample.note using (true)                          | SELECT works without a workspace
            alter policy own_workspace on sample.note with check (true)                     | an insert puts a row into another workspace
            alter policy own_workspace on sample.note with check (true)                     | an update moves a row into another workspace
            alter table sample.note disable row level security                              | UPDATE reaches rows of other workspaces
            alter table sample.note no force row level security                             | does not enable and force row level security
            create table sample.draft (workspace_id text, id uuid)                          | Table draft does not enable and force
            create table sample.setting (name text)                                         | Table setting has no workspace_id and is not listed
            grant usage on schema sample to stranger_app; grant select on sample.note to stranger_app; create policy p on sample.note to stranger_app using (true) | works as another subgraph's role
            create policy p on sample.note for select using (true)                          | names no role
            create table sample.tag (workspace_id text, note uuid unique); alter table sample.note add unique (id); alter table sample.tag add foreign key (note) references sample.note (id) | does not carry workspace_id
            create view sample.every_note as select * from sample.note; grant select on sample.every_note to sample_app | asks as its owner
            create materialized view sample.all_notes as select * from sample.note; grant select on sample.all_notes to sample_app | has no policies
            create function sample.peek() returns bigint language sql security definer return (select count(*) from sample.note); grant execute on function sample.peek to sample_app | runs with the rights of its owner
            grant select on sample.event_counter to sample_app                              | is listed with [], but grants [SELECT]
            """)
    void findsTheMutant(String change, String violation) {
        assertThat(TenancyMatrix.of("sample").after(change).run().violations())
                .anyMatch(found -> found.contains(violation));
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
