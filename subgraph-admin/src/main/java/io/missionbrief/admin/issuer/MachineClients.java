package io.missionbrief.admin.issuer;

import io.missionbrief.admin.jooq.tables.records.OauthClientRecord;
import io.missionbrief.subgraph.security.WorkspaceId;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;

/** The clients of the issuer: those of the configuration first, then those of the table {@code oauth_client}. */
final class MachineClients implements RegisteredClientRepository {

    private final IssuerProperties properties;
    private final ClientTable table;

    MachineClients(IssuerProperties properties, ClientTable table) {
        this.properties = properties;
        this.table = table;
        properties.clients().forEach(MachineClients::configured);
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return findByClientId(id);
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String clientId) {
        IssuerProperties.Client configured = properties.clients().get(clientId);
        MachineClient client = configured == null ? kept(clientId) : configured(clientId, configured);
        return client == null ? null : client.registered(properties.tokenLifetime());
    }

    @Override
    public void save(RegisteredClient client) {
        throw new UnsupportedOperationException("Clients come from the configuration and from the table oauth_client");
    }

    private static @Nullable MachineClient configured(String clientId, IssuerProperties.Client client) {
        String secret = client.secretSha256();
        return secret == null || secret.isBlank()
                ? null
                : new MachineClient(clientId, secret, null, Set.copyOf(client.scopes()), Set.of(), null);
    }

    private @Nullable MachineClient kept(String clientId) {
        OauthClientRecord row = table.find(clientId);
        return row == null ? null : kept(row);
    }

    private static MachineClient kept(OauthClientRecord row) {
        String workspace = row.getWorkspaceId();
        return new MachineClient(
                row.getClientId(),
                row.getSecretSha256(),
                workspace == null ? null : new WorkspaceId(workspace),
                Set.of(row.getScopes()),
                Set.of(row.getRoles()),
                row.getExpiresAt() == null ? null : row.getExpiresAt().toInstant());
    }
}
