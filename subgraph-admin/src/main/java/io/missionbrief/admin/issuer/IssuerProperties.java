package io.missionbrief.admin.issuer;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the issuer.
 *
 * @param url how the issuer calls itself in tokens; the same after a restart
 * @param keysFile a JWK Set with RSA private keys, of which the first signs; made when it is absent
 * @param tokenLifetime how long an access token is good
 * @param clients machines that the installation itself brings along, by client id: the other subgraphs
 */
@ConfigurationProperties("mission-brief.issuer")
record IssuerProperties(
        URI url,
        Path keysFile,
        @DefaultValue("10m") Duration tokenLifetime,
        @DefaultValue Map<String, Client> clients) {

    IssuerProperties {
        clients = Map.copyOf(clients);
    }

    /**
     * A machine that may speak for any workspace.
     *
     * @param secretSha256 the SHA-256 of its secret in hexadecimal digits; a client without one is not let in
     * @param scopes what it may ask for
     */
    record Client(
            @Nullable String secretSha256, @DefaultValue List<String> scopes) {

        Client {
            scopes = List.copyOf(scopes);
        }
    }
}
