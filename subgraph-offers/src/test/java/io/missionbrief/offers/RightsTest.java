package io.missionbrief.offers;

import static io.missionbrief.offers.Seller.errorCode;
import static org.assertj.core.api.Assertions.assertThat;

import io.missionbrief.subgraph.security.WorkspaceId;
import io.missionbrief.subgraph.test.StatementCounter;
import io.missionbrief.subgraph.test.SubgraphTest;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Each field without the scope that it needs: refused before anything is looked up, and the scope is named. */
@SubgraphTest("offers")
class RightsTest {

    @LocalServerPort
    private int port;

    @Autowired
    private StatementCounter statements;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{ quotes { totalCount } }                                                                 | quotes:read",
                "{ quote(id: \"ID\") { id } }                                                              | quotes:read",
                "{ offers { totalCount } }                                                                 | offers:read",
                "{ offer(id: \"ID\") { id } }                                                              | offers:read",
                "{ _entities(representations: [{__typename: \"Quote\", id: \"ID\"}]) { ... on Quote { id } } } | quotes:read",
                "{ _entities(representations: [{__typename: \"Offer\", id: \"ID\"}]) { ... on Offer { id } } } | offers:read",
                "{ _entities(representations: [{__typename: \"Lead\", id: \"ID\"}]) { ... on Lead { quotes { totalCount } } } } | quotes:read",
                "{ _entities(representations: [{__typename: \"Lead\", id: \"ID\"}]) { ... on Lead { offers { totalCount } } } } | offers:read",
                "{ _entities(representations: [{__typename: \"Application\", id: \"ID\"}]) { ... on Application { quotes { totalCount } } } } | quotes:read",
                "{ _entities(representations: [{__typename: \"Application\", id: \"ID\"}]) { ... on Application { offers { totalCount } } } } | offers:read",
                "mutation { createQuote(input: {leadId: \"ID\", lines: []}) { __typename } }               | quotes:write",
                "mutation { reviseQuote(input: {quoteId: \"ID\", expectedVersion: 1, lines: []}) { __typename } } | quotes:write",
                "mutation { approveQuote(input: {quoteId: \"ID\", expectedVersion: 1}) { __typename } }    | offers:approve",
                "mutation { createOffer(input: {quoteId: \"ID\"}) { __typename } }                         | offers:write",
                "mutation { sendOffer(input: {offerId: \"ID\", expectedVersion: 1}) { __typename } }       | offers:send",
                "mutation { markOfferViewed(input: {offerId: \"ID\", expectedVersion: 1}) { __typename } } | offers:write",
                "mutation { acceptOffer(input: {offerId: \"ID\", expectedVersion: 1}) { __typename } }     | offers:write",
                "mutation { declineOffer(input: {offerId: \"ID\", expectedVersion: 1}) { __typename } }    | offers:write",
                "mutation { withdrawOffer(input: {offerId: \"ID\", expectedVersion: 1}) { __typename } }   | offers:withdraw",
            })
    void areNamedWhenTheyAreMissing(String document, String scope) {
        Seller nobody = Seller.at(port).with("plans:read");

        JsonNode answer =
                nobody.execute(document.replace("ID", UUID.randomUUID().toString()));

        assertThat(errorCode(answer)).isEqualTo("FORBIDDEN");
        assertThat(answer.at("/errors/0/message").asString()).contains(scope);
        assertThat(statements.statements(new WorkspaceId(nobody.workspace()))).isEmpty();
    }
}
