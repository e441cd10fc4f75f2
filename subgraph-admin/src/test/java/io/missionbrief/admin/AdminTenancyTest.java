package io.missionbrief.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionbrief.subgraph.test.tenancy.Privilege;
import io.missionbrief.subgraph.test.tenancy.TenancyMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdminTenancyTest {

    @Test
    void noRowCrossesAWorkspace() {
        matrix().run().assertHolds();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            alter policy own_workspace on admin.membership using (true)           | membership: SELECT reaches rows of other workspaces
            alter policy own_workspace on admin.membership with check (true)      | membership: an insert puts a row into another workspace
            alter policy own_workspace on admin.workspace using (true)            | workspace: SELECT reaches rows of other workspaces
            alter policy own_workspace on admin.workspace using (workspace_id = (select admin.bound_workspace()) or 'admin:access' = any ((select tenancy.rights())::text[])) | workspace: SELECT reaches rows of other workspaces
            alter policy opened_by_the_platform on admin.workspace with check (true) | workspace: an insert puts a row into another workspace
            grant select on admin.oauth_client to admin_app; create policy p on admin.oauth_client to admin_app using (true) | oauth_client: SELECT reaches rows of other workspaces
            grant insert on admin.app_user to admin_app                           | app_user
            """)
    void aMissingPolicyIsFound(String change, String violation) {
        assertThat(matrix().after(change).run().violations()).anyMatch(found -> found.contains(violation));
    }

    private static TenancyMatrix matrix() {
        return TenancyMatrix.of("admin")
                .withoutTenant(
                        "app_user",
                        "one account works in several workspaces; a policy shows the caller's own and no other",
                        Privilege.SELECT)
                .trusting("own_memberships", "where the caller works, whichever workspace is bound: nobody else's rows")
                .trusting("user_of", "the account with an address, for those who may add members; tells its id only");
    }
}
