package io.missionbrief.subgraph.event;

import com.google.crypto.tink.subtle.AesGcmJce;
import io.missionbrief.subgraph.security.WorkspaceId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.UUID;

/** The AES-256-GCM key of one subject. What it sealed opens only as the same field of the same subject. */
final class SubjectKey {

    /** Length of a key in bytes. */
    static final int LENGTH = 32;

    private final UUID subject;
    private final byte[] bytes;
    private final AesGcmJce cipher;
    private final String owner;

    SubjectKey(WorkspaceId workspace, UUID subject, byte[] key) {
        this.subject = subject;
        this.bytes = key.clone();
        this.owner = workspace + "|" + subject + "|";
        try {
            this.cipher = new AesGcmJce(key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The key of a subject cannot be used", e);
        }
    }

    UUID subject() {
        return subject;
    }

    /** What the key is made of: for the table of keys, and nothing else. */
    byte[] bytes() {
        return bytes.clone();
    }

    String seal(String field, byte[] value) {
        try {
            return Base64.getEncoder().encodeToString(cipher.encrypt(value, associatedData(field)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A personal field cannot be sealed: " + field, e);
        }
    }

    /** @throws IllegalStateException when this key did not seal it, as this field */
    byte[] open(String field, String sealed) {
        try {
            return cipher.decrypt(Base64.getDecoder().decode(sealed), associatedData(field));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A personal field cannot be opened: " + field, e);
        }
    }

    private byte[] associatedData(String field) {
        return (owner + field).getBytes(StandardCharsets.UTF_8);
    }
}
