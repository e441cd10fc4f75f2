package io.missionbrief.admin.role;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

class RolesTest {

    private static final Pattern QUOTED_SCOPE = Pattern.compile("\"([a-z_]+:[a-z_]+)\"");

    private final Roles roles = new Roles();

    @Test
    void thereAreMoreThanThirtyPermissions() {
        assertThat(permissions()).hasSizeGreaterThan(30).allMatch(permission -> permission.matches("[a-z_]+:[a-z_]+"));
    }

    @Test
    void theRolesOfAWorkspaceHoldEachOther() {
        assertThat(holds("OWNER")).containsAll(holds("MANAGER"));
        assertThat(holds("MANAGER")).containsAll(holds("AGENT"));
        assertThat(holds("AGENT")).containsAll(holds("VIEWER"));
    }

    @Test
    void onlyThePlatformHoldsTheRightsOfThePlatform() {
        assertThat(roles.names())
                .filteredOn(name -> holds(name).contains("admin:access"))
                .containsExactly("PLATFORM_OPERATOR");
    }

    @Test
    void aViewerWritesNothing() {
        assertThat(holds("VIEWER")).allMatch(permission -> permission.endsWith(":read"));
    }

    @Test
    void everyScopeOfTheSchemaIsInTheTable() throws IOException {
        Set<String> scopes = new TreeSet<>();
        for (Resource file :
                new PathMatchingResourcePatternResolver().getResources("classpath:graphql/admin/*.graphqls")) {
            Matcher scope = QUOTED_SCOPE.matcher(file.getContentAsString(StandardCharsets.UTF_8));
            while (scope.find()) {
                scopes.add(scope.group(1));
            }
        }

        assertThat(scopes).isNotEmpty();
        assertThat(permissions()).containsAll(scopes);
    }

    @Test
    void aRoleThatIsNoLongerListedGivesNothing() {
        assertThat(roles.of("FORGOTTEN").permissions()).isEmpty();
    }

    private Set<String> permissions() {
        return roles.names().stream().flatMap(name -> holds(name).stream()).collect(Collectors.toSet());
    }

    private Set<String> holds(String role) {
        return Set.copyOf(roles.of(role).permissions());
    }
}
