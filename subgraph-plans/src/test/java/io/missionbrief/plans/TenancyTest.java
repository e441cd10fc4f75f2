package io.missionbrief.plans;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionbrief.subgraph.test.tenancy.Privilege;
import io.missionbrief.subgraph.test.tenancy.TenancyMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TenancyTest {

    @Test
    void noTableLetsARowCrossAWorkspace() {
        matrix().run().assertHolds();
    }

    @ParameterizedTest
    @ValueSource(strings = {"workspace_product", "plan", "plan_version"})
    void aTableWithoutItsPolicyIsNoticed(String table) {
        var report = matrix().after("alter policy own_workspace on plans." + table + " using (true) with check (true)")
                .run();

        assertThat(report.violations()).anyMatch(violation -> violation.contains(table));
    }

    private static TenancyMatrix matrix() {
        String reason = "the platform's catalogue, the same for every workspace and edited by migrations";
        return TenancyMatrix.of("plans")
                .withoutTenant("industry", reason, Privilege.SELECT)
                .withoutTenant("product_category", reason, Privilege.SELECT)
                .withoutTenant("product", reason, Privilege.SELECT);
    }
}
