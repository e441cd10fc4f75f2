package io.missionbrief.examplename;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionbrief.subgraph.test.tenancy.TenancyMatrix;
import org.junit.jupiter.api.Test;

class TenancyTest {

    @Test
    void noTableLetsARowCrossAWorkspace() {
        TenancyMatrix.of("examplename").run().assertHolds();
    }

    @Test
    void aTableWithoutItsPolicyIsNoticed() {
        var unguarded = TenancyMatrix.of("examplename")
                .after("alter policy own_workspace on examplename.example_thing using (true) with check (true)");

        assertThat(unguarded.run().violations()).anyMatch(violation -> violation.matches(".*\\bexample_thing\\b.*"));
    }
}
