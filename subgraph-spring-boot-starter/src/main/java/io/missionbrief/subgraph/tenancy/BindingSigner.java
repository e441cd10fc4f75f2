package io.missionbrief.subgraph.tenancy;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.missionbrief.subgraph.security.Actor;
import io.missionbrief.subgraph.security.WorkspaceId;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes the text by which PostgreSQL knows for whom a statement runs:
 * {@code key.workspace.user.rights.expiry.pid.mac}. It is worth something on one connection only, and not for long.
 */
final class BindingSigner {

    static final Duration LIFETIME = Duration.ofMinutes(5);

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final Supplier<SigningKey> keys;
    private final Clock clock;

    BindingSigner(Supplier<SigningKey> keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** @param backendPid the server's process that serves the connection on which the binding will be shown */
    String sign(Actor actor, int backendPid) {
        SigningKey key = keys.get();
        String text = key.id()
                + '.'
                + key(actor.workspace())
                + '.'
                + encoded(actor.userId())
                + '.'
                + encoded(String.join(" ", actor.scopes()))
                + '.'
                + clock.instant().plus(LIFETIME).toEpochMilli()
                + '.'
                + backendPid;
        return text + '.' + HexFormat.of().formatHex(key.sign(text.getBytes(UTF_8)));
    }

    /** A workspace's key has no dot, so it stands as it is; empty for an actor without a workspace. */
    private static String key(@Nullable WorkspaceId workspace) {
        return workspace == null ? "" : workspace.value();
    }

    private static String encoded(String part) {
        return BASE64.encodeToString(part.getBytes(UTF_8));
    }
}
