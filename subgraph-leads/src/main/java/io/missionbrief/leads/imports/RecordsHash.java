package io.missionbrief.leads.imports;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * SHA-256 of the records of a file so far, each value with its length before it: by it a continued upload is known to be of
 * the same file. Independent of how the file is quoted and how its lines end.
 */
final class RecordsHash {

    private final MessageDigest digest;

    RecordsHash() {
        this(sha256());
    }

    private RecordsHash(MessageDigest digest) {
        this.digest = digest;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    void add(List<String> values) {
        addNumber(values.size());
        for (String value : values) {
            byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
            addNumber(bytes.length);
            digest.update(bytes);
        }
    }

    private void addNumber(int number) {
        digest.update((byte) (number >>> 24));
        digest.update((byte) (number >>> 16));
        digest.update((byte) (number >>> 8));
        digest.update((byte) number);
    }

    /** Of the records until now, hexadecimal; more may follow. */
    String present() {
        try {
            return HexFormat.of().formatHex(((MessageDigest) digest.clone()).digest());
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
