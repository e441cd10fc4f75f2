package io.missionbrief.admin.opening;

import io.missionbrief.subgraph.mutation.Outcome;
import io.missionbrief.subgraph.mutation.UserErrorCode;
import io.missionbrief.subgraph.security.WorkspaceId;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The key of a new workspace: the one that was asked for, or one drawn by chance. */
final class NewWorkspaceKey {

    /** Crockford's base32: no letter that is taken for a digit. */
    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

    private static final int LENGTH = 12;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Words that stand for something else in addresses, settings and logs. */
    private static final Set<String> RESERVED = Set.of(
            "admin",
            "all",
            "any",
            "anonymous",
            "api",
            "auth",
            "default",
            "directory",
            "global",
            "graphql",
            "health",
            "internal",
            "login",
            "me",
            "mission-brief",
            "missionbrief",
            "none",
            "null",
            "operator",
            "platform",
            "private",
            "public",
            "root",
            "security",
            "self",
            "service",
            "shared",
            "status",
            "support",
            "system",
            "tenancy",
            "undefined",
            "unknown",
            "www");

    private NewWorkspaceKey() {}

    static Outcome<WorkspaceId> of(@Nullable String asked) {
        if (asked == null) {
            return Outcome.done(drawn());
        }
        if (RESERVED.contains(asked.toLowerCase(Locale.ROOT))) {
            return Outcome.refused(
                    UserErrorCode.INVALID_VALUE,
                    "workspaceId",
                    "'" + asked + "' is a reserved word: choose another key");
        }
        try {
            return Outcome.done(new WorkspaceId(asked));
        } catch (IllegalArgumentException malformed) {
            return Outcome.refused(
                    UserErrorCode.INVALID_VALUE,
                    "workspaceId",
                    "A key is a letter or digit, then up to 62 letters, digits, hyphens or underscores");
        }
    }

    private static WorkspaceId drawn() {
        StringBuilder key = new StringBuilder(LENGTH);
        for (int position = 0; position < LENGTH; position++) {
            key.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return new WorkspaceId(key.toString());
    }
}
