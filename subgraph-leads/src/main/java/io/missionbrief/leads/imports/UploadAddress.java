package io.missionbrief.leads.imports;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * The part of an upload's address that nobody can guess: 256 random bits. Whoever has it may upload, once; only its hash is
 * kept.
 */
record UploadAddress(String secret) {

    private static final int BYTES = 32;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final SecureRandom RANDOM = new SecureRandom();

    /** @throws IllegalArgumentException when it is not of the form of a secret */
    UploadAddress {
        if (!isSecret(secret)) {
            throw new IllegalArgumentException("Not the secret of an address");
        }
    }

    static UploadAddress random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new UploadAddress(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    static boolean isSecret(String text) {
        return FORM.matcher(text).matches();
    }

    /** SHA-256; the secret is random enough for a hash without salt. */
    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String toString() {
        return "UploadAddress[hidden]";
    }
}
