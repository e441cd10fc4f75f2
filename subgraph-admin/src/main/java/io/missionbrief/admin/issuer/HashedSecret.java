package io.missionbrief.admin.issuer;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Client secrets as they are kept: SHA-256 in hexadecimal digits. Enough for secrets that a machine drew by chance (a slow
 * hash protects what people invent), and a token costs no tenth of a second.
 */
final class HashedSecret implements PasswordEncoder {

    private static final Pattern FORM = Pattern.compile("^[0-9a-f]{64}$");

    /** @throws IllegalArgumentException when it is not a SHA-256 in lower-case hexadecimal digits */
    static String require(String client, String secretSha256) {
        if (!FORM.matcher(secretSha256).matches()) {
            throw new IllegalArgumentException(
                    "The secret-sha256 of client " + client + " is not a SHA-256 in 64 lower-case hexadecimal digits");
        }
        return secretSha256;
    }

    @Override
    public @Nullable String encode(@Nullable CharSequence secret) {
        return secret == null ? null : HexFormat.of().formatHex(hash(secret));
    }

    @Override
    public boolean matches(@Nullable CharSequence secret, @Nullable String kept) {
        return secret != null
                && kept != null
                && MessageDigest.isEqual(hash(secret), HexFormat.of().parseHex(kept));
    }

    private static byte[] hash(CharSequence secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.toString().getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
