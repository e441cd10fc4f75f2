package io.missionbrief.offers;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionbrief.subgraph.security.WorkspaceId;
import io.missionbrief.subgraph.test.StatementCounter;
import io.missionbrief.subgraph.test.SubgraphTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@SubgraphTest("offers")
class NestedQueryTest {

    private static final String BELOW_LEADS = """
            query($keys: [_Any!]!) { _entities(representations: $keys) { ... on Lead {
              quotes(first: 5) { nodes { currentRevision { lines { plan { id } } } } }
              offers(first: 5) { nodes { lines { plan { id } } quote { reference } } } } } }
            """;

    @LocalServerPort
    int port;

    @Autowired
    StatementCounter statements;

    @Test
    void needsAsManyStatementsForTenLeadsAsForOne() {
        Seller seller = Seller.at(port);
        List<UUID> leads =
                IntStream.range(0, 10).mapToObj(_ -> Neighbours.shared().lead()).toList();
        leads.forEach(seller::offer);

        int forOne = count(seller, leads.subList(0, 1));
        int forTen = count(seller, leads);

        assertThat(forTen).isEqualTo(forOne);
    }

    private int count(Seller seller, List<UUID> leads) {
        WorkspaceId workspace = new WorkspaceId(seller.workspace());
        List<Map<String, String>> keys = leads.stream()
                .map(id -> Map.of("__typename", "Lead", "id", id.toString()))
                .toList();
        statements.reset(workspace);
        JsonNode answer = seller.execute(BELOW_LEADS, Map.of("keys", keys));
        assertThat(answer.at("/data/_entities").valueStream())
                .hasSize(leads.size())
                .allSatisfy(lead -> assertThat(
                                lead.at("/offers/nodes/0/lines/0/plan/id").isMissingNode())
                        .isFalse());
        return statements.count(workspace);
    }
}
