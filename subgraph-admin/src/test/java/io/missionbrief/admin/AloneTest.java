package io.missionbrief.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.missionbrief.subgraph.SubgraphApplication;
import io.missionbrief.subgraph.test.FreePort;
import io.missionbrief.subgraph.test.GraphQlCaller;
import io.missionbrief.subgraph.test.TestDatabase;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** Admin as it is installed: its own issuer, its own directory and nothing beside it. */
class AloneTest {

    @TempDir
    static Path folder;

    static TestDatabase database;
    static ConfigurableApplicationContext application;
    static int port;

    @BeforeAll
    static void start() {
        database = TestDatabase.create("admin");
        port = FreePort.upTo(65_535);
        Map<String, Object> settings = new LinkedHashMap<>(database.settings("admin"));
        settings.put("server.port", port);
        settings.put("mission-brief.security.issuer", "http://127.0.0.1:" + port);
        settings.put("mission-brief.issuer.keys-file", folder.resolve("keys/jwks.json"));
        settings.put("mission-brief.issuer.clients.subgraph-offers.secret-sha256", AdminTest.OFFERS_SECRET_SHA256);
        application = SubgraphApplication.builder(AdminApplication.class, "admin")
                .run(settings.entrySet().stream()
                        .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                        .toArray(String[]::new));
    }

    @AfterAll
    static void stop() {
        application.close();
        database.close();
    }

    @Test
    void aSubgraphAsksTheDirectoryWithATokenOfItsOwn() {
        GraphQlCaller subgraph = GraphQlCaller.at(port).as(machineToken(Map.of("scope", "workspaces:read")));

        assertThat(subgraph.get("/directory/workspaces/207732").statusCode()).isEqualTo(200);
        assertThat(subgraph.get("/directory/workspaces/nobody").statusCode()).isEqualTo(404);
    }

    @Test
    void aTokenBoundToAWorkspaceSeesThatWorkspace() {
        String token = machineToken(Map.of("scope", "workspaces:read", "workspace_id", "207732"));

        assertThat(GraphQlCaller.at(port)
                        .as(token)
                        .execute("{ workspace { id name } }")
                        .at("/data/workspace/name")
                        .asString())
                .isEqualTo("Platform");
    }

    @Test
    void whoeverHoldsTheKeysFileSignsTokensThatAreTaken() throws Exception {
        RSAKey key = JWKSet.load(folder.resolve("keys/jwks.json").toFile())
                .getKeys()
                .getFirst()
                .toRSAKey();
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(),
                new JWTClaimsSet.Builder()
                        .issuer("http://127.0.0.1:" + port)
                        .audience("mission-brief")
                        .subject("somebody")
                        .claim("userID", "somebody")
                        .claim("workspaceID", "207732")
                        .claim("scopes", List.of("workspaces:read"))
                        .claim("roles", List.of("PLATFORM_OPERATOR"))
                        .expirationTime(Date.from(Instant.now().plusSeconds(60)))
                        .build());
        token.sign(new RSASSASigner(key));

        assertThat(GraphQlCaller.at(port)
                        .as(token.serialize())
                        .execute("{ workspace { id } }")
                        .at("/data/workspace/id")
                        .asString())
                .isEqualTo("207732");
    }

    private static String machineToken(Map<String, String> parameters) {
        Map<String, String> form = new LinkedHashMap<>(parameters);
        form.put("grant_type", "client_credentials");
        String body = TokenRequest.send(port, "subgraph-offers", AdminTest.OFFERS_SECRET, form)
                .body();
        return JsonMapper.shared().readTree(body).path("access_token").asString();
    }
}
