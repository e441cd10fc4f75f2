package io.missionbrief.stack;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** What each subgraph has to know of the others and of its database on this machine. */
final class SubgraphSettings {

    private final StackDirectory directory;
    private final Ports ports;
    private final Secrets secrets;
    private final LocalPostgres postgres;

    SubgraphSettings(StackDirectory directory, Ports ports, Secrets secrets, LocalPostgres postgres) {
        this.directory = directory;
        this.ports = ports;
        this.secrets = secrets;
        this.postgres = postgres;
    }

    Map<String, String> of(LocalSubgraph subgraph) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("server.port", Integer.toString(ports.of(subgraph)));
        settings.put("server.address", "127.0.0.1");
        // It compares schema and code for whoever writes them; the tests do so too, and each start would pay for it.
        settings.put("spring.graphql.schema.inspection.enabled", "false");
        settings.put(DatabaseGate.SETTINGS + ".url", postgres.jdbcUrl());
        for (String role : Subgraphs.ROLES) {
            settings.put(DatabaseGate.SETTINGS + ".passwords." + role, postgres.password(subgraph.key() + "_" + role));
        }
        settings.put("mission-brief.security.issuer", "http://127.0.0.1:" + ports.of(LocalSubgraph.ADMIN));
        settings.put("mission-brief.security.client-secret", clientSecret(subgraph));
        addNeighbours(settings, subgraph);
        if (subgraph == LocalSubgraph.ADMIN) {
            addIssuer(settings);
        }
        return settings;
    }

    private void addIssuer(Map<String, String> settings) {
        settings.put("mission-brief.issuer.keys-file", directory.signingKeys().toString());
        for (LocalSubgraph client : LocalSubgraph.values()) {
            settings.put(
                    "mission-brief.issuer.clients." + client.service() + ".secret-sha256",
                    sha256(clientSecret(client)));
        }
    }

    /** Where all the others are: a subgraph reads of them whom it asks. */
    private void addNeighbours(Map<String, String> settings, LocalSubgraph asking) {
        for (LocalSubgraph neighbour : LocalSubgraph.values()) {
            settings.put("mission-brief." + asking.key() + "." + neighbour.key() + "-url", url(neighbour));
        }
    }

    private String url(LocalSubgraph subgraph) {
        return "http://127.0.0.1:" + ports.of(subgraph) + "/graphql";
    }

    private String clientSecret(LocalSubgraph client) {
        return secrets.get("client." + client.service());
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
