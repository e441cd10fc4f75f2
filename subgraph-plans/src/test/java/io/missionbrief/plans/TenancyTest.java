package io.missionbrief.plans;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionbrief.subgraph.test.tenancy.Privilege;
import io.missionbrief.subgraph.test.tenancy.TenancyMatrix;
import java.util.List;
import org.junit.jupiter.api.Test;

class TenancyTest {

    private static final List<String> TABLES = List.of("workspace_product", "plan", "plan_version");

    @Test
    void noTableLetsARowCrossAWorkspace() {
        matrix().run().assertHolds();
    }

    @Test
    void aTableWithoutItsPolicyIsNoticed() {
        var unguarded = matrix();
        TABLES.forEach(table ->
                unguarded.after("alter policy own_workspace on plans." + table + " using (true) with check (true)"));

        var violations = unguarded.run().violations();

        assertThat(TABLES)
                .allSatisfy(table ->
                        assertThat(violations).anyMatch(violation -> violation.matches(".*\\b" + table + "\\b.*")));
    }

    private static TenancyMatrix matrix() {
        String reason = "the platform's catalogue, the same for every workspace and edited by migrations";
        return TenancyMatrix.of("plans")
                .withoutTenant("industry", reason, Privilege.SELECT)
                .withoutTenant("product_category", reason, Privilege.SELECT)
                .withoutTenant("product", reason, Privilege.SELECT);
    }
}
