package io.missionbrief.admin.issuer;

import static io.missionbrief.admin.jooq.Tables.OAUTH_CLIENT;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.missionbrief.admin.jooq.tables.records.OauthClientRecord;
import io.missionbrief.subgraph.error.RequestException;
import io.missionbrief.subgraph.tenancy.WorkerDatabase;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;

/**
 * The machines of the table {@code oauth_client}. Anybody may ask for one, before anything is known of them, over the
 * connections that background work needs: so they look one at a time, and an id that is not there is remembered.
 */
final class ClientTable {

    /** As the table checks it. */
    private static final Pattern FORM = Pattern.compile("^[A-Za-z0-9][A-Za-z0-9_.-]{0,99}$");

    private static final Duration REMEMBERED = Duration.ofSeconds(5);
    private static final int KEPT = 10_000;
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final WorkerDatabase database;
    private final Semaphore turn = new Semaphore(1, true);
    private final Cache<String, Boolean> unknown;

    ClientTable(WorkerDatabase database, Ticker ticker) {
        this.database = database;
        this.unknown = Caffeine.newBuilder()
                .maximumSize(KEPT)
                .expireAfterWrite(REMEMBERED)
                .ticker(ticker)
                .build();
    }

    /**
     * The machine of that name; null when there is none.
     *
     * @throws OAuth2AuthenticationException {@code temporarily_unavailable} when the table cannot be looked into in time
     */
    @Nullable
    OauthClientRecord find(String clientId) {
        if (!FORM.matcher(clientId).matches() || unknown.getIfPresent(clientId) != null) {
            return null;
        }
        OauthClientRecord row = look(clientId);
        if (row == null) {
            unknown.put(clientId, true);
        }
        return row;
    }

    private @Nullable OauthClientRecord look(String clientId) {
        takeTurn();
        try {
            return database.read(sql -> sql.fetchOne(OAUTH_CLIENT, OAUTH_CLIENT.CLIENT_ID.eq(clientId)));
        } catch (RequestException unreachable) {
            throw unavailable();
        } finally {
            turn.release();
        }
    }

    private void takeTurn() {
        try {
            if (!turn.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw unavailable();
            }
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw unavailable();
        }
    }

    private static OAuth2AuthenticationException unavailable() {
        return new OAuth2AuthenticationException(OAuth2ErrorCodes.TEMPORARILY_UNAVAILABLE);
    }
}
