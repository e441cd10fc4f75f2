package io.missionbrief.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.missionbrief.subgraph.test.TestIssuer;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@AdminTest
class IssuerTest {

    private static final String CLIENT = "subgraph-offers";

    @LocalServerPort
    int port;

    @Value("${mission-brief.database.url}")
    String database;

    @Value("${mission-brief.database.passwords.owner}")
    String ownerPassword;

    Admin admin;

    @BeforeEach
    void connect() {
        admin = Admin.at(port);
    }

    @Test
    void givesAMachineATokenThatSaysWhatSubgraphsAndRoutersRead() throws Exception {
        String workspace = admin.newWorkspace();

        JWTClaimsSet claims = claims(ask(Map.of("scope", "plans:read workspaces:read", "workspace_id", workspace)));

        assertThat(claims.getSubject()).isEqualTo("service:" + CLIENT);
        assertThat(claims.getStringClaim("userID")).isEqualTo("service:" + CLIENT);
        assertThat(claims.getStringClaim("workspaceID")).isEqualTo(workspace);
        assertThat(claims.getStringListClaim("scopes")).containsExactly("plans:read", "workspaces:read");
        assertThat(claims.getStringClaim("scope")).isEqualTo("plans:read workspaces:read");
        assertThat(claims.getStringListClaim("roles")).isEmpty();
        assertThat(claims.getAudience()).containsExactly("mission-brief");
        assertThat(claims.getIssuer()).isEqualTo(TestIssuer.shared().url());
        assertThat(claims.getExpirationTime())
                .isBetween(Instant.now().plusSeconds(60), Instant.now().plusSeconds(700));
    }

    @Test
    void aTokenIsBoundToNoWorkspaceUnlessOneIsAskedFor() throws Exception {
        JWTClaimsSet claims = claims(ask(Map.of("scope", "workspaces:read")));

        assertThat(claims.getClaims()).doesNotContainKey("workspaceID");
    }

    @Test
    void aWrongSecretGetsNoToken() {
        HttpResponse<String> answer = TokenRequest.send(port, CLIENT, "guessed", grant(Map.of()));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(error(answer)).isEqualTo("invalid_client");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "subgraph-leads"})
    void neitherAnUnknownClientNorOneWithoutASecretGetsAToken(String client) {
        HttpResponse<String> answer = TokenRequest.send(port, client, "", grant(Map.of()));
        HttpResponse<String> guess = TokenRequest.send(port, client, "secret", grant(Map.of()));

        assertThat(List.of(answer.statusCode(), guess.statusCode())).doesNotContain(200);
        assertThat(error(guess)).isEqualTo("invalid_client");
    }

    @Test
    void aScopeThatTheClientDoesNotHoldIsRefused() {
        HttpResponse<String> answer = ask(Map.of("scope", "admin:access"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(error(answer)).isEqualTo("invalid_scope");
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknownworkspace", "not.a.key"})
    void aWorkspaceThatIsNotThereIsRefused(String workspace) {
        HttpResponse<String> answer = ask(Map.of("scope", "plans:read", "workspace_id", workspace));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(error(answer)).isEqualTo("invalid_request");
        assertThat(answer.body()).contains("workspace_id");
    }

    @Test
    void aMachineOfOneWorkspaceSpeaksForThatOneOnly() throws Exception {
        String own = admin.newWorkspace();
        String other = admin.newWorkspace();
        register("robot-" + own, own, "null");

        HttpResponse<String> unasked =
                TokenRequest.send(port, "robot-" + own, AdminTest.OFFERS_SECRET, grant(Map.of("scope", "leads:read")));
        HttpResponse<String> foreign = TokenRequest.send(
                port,
                "robot-" + own,
                AdminTest.OFFERS_SECRET,
                grant(Map.of("scope", "leads:read", "workspace_id", other)));

        assertThat(claims(unasked).getStringClaim("workspaceID")).isEqualTo(own);
        assertThat(claims(unasked).getStringListClaim("roles")).containsExactly("AGENT");
        assertThat(error(foreign)).isEqualTo("invalid_request");
    }

    @Test
    void aSecretThatHasExpiredGetsNoToken() throws Exception {
        String workspace = admin.newWorkspace();
        register("expired-" + workspace, workspace, "now() - interval '1 minute'");

        HttpResponse<String> answer = TokenRequest.send(
                port, "expired-" + workspace, AdminTest.OFFERS_SECRET, grant(Map.of("scope", "leads:read")));

        assertThat(answer.statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"password", "urn:ietf:params:oauth:grant-type:token-exchange", "refresh_token"})
    void noOtherGrantGetsAToken(String grant) {
        HttpResponse<String> answer =
                TokenRequest.send(port, CLIENT, AdminTest.OFFERS_SECRET, Map.of("grant_type", grant));

        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/.well-known/openid-configuration", "/.well-known/oauth-authorization-server"})
    void isDiscovered(String path) {
        JsonNode metadata =
                JsonMapper.shared().readTree(TokenRequest.get(port, path).body());

        assertThat(metadata.path("issuer").asString())
                .isEqualTo(TestIssuer.shared().url());
        assertThat(metadata.path("token_endpoint").asString()).endsWith("/oauth2/token");
        assertThat(metadata.path("jwks_uri").asString()).endsWith("/oauth2/jwks");
        assertThat(metadata.path("grant_types_supported").toString()).isEqualTo("[\"client_credentials\"]");
    }

    @Test
    void showsNoPrivateKey() throws Exception {
        String body = TokenRequest.get(port, "/oauth2/jwks").body();

        assertThat(JWKSet.parse(body).getKeys()).isNotEmpty().noneMatch(JWK::isPrivate);
    }

    private HttpResponse<String> ask(Map<String, String> parameters) {
        return TokenRequest.send(port, CLIENT, AdminTest.OFFERS_SECRET, grant(parameters));
    }

    private static Map<String, String> grant(Map<String, String> parameters) {
        Map<String, String> all = new HashMap<>(parameters);
        all.put("grant_type", "client_credentials");
        return all;
    }

    private static String error(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body()).path("error").asString();
    }

    /** The claims, after their signature was checked with the keys that the issuer publishes. */
    private JWTClaimsSet claims(HttpResponse<String> answer) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        SignedJWT token = SignedJWT.parse(
                JsonMapper.shared().readTree(answer.body()).path("access_token").asString());
        JWKSet keys = JWKSet.parse(TokenRequest.get(port, "/oauth2/jwks").body());
        JWK key = keys.getKeyByKeyId(token.getHeader().getKeyID());
        assertThat(token.verify(new RSASSAVerifier(key.toRSAKey()))).isTrue();
        return token.getJWTClaimsSet();
    }

    private void register(String client, String workspace, String expiry) throws SQLException {
        try (Connection owner = DriverManager.getConnection(database, "admin_owner", ownerPassword);
                var statement = owner.createStatement()) {
            statement.execute("""
                    insert into oauth_client (client_id, name, secret_sha256, workspace_id, scopes, roles, expires_at)
                    values ('%s', 'Robot', '%s', '%s', '{leads:read}', '{AGENT}', %s)""".formatted(client, AdminTest.OFFERS_SECRET_SHA256, workspace, expiry));
        }
    }
}
