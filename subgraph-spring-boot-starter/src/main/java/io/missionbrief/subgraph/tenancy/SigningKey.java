package io.missionbrief.subgraph.tenancy;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A key that PostgreSQL accepts bindings of. Its schedule is made once; each signature works on a copy of it. */
final class SigningKey {

    private static final String ALGORITHM = "HmacSHA256";

    private final String id;
    private final Mac prepared;

    SigningKey(String id, byte[] secret) {
        this.id = id;
        try {
            prepared = Mac.getInstance(ALGORITHM);
            prepared.init(new SecretKeySpec(secret, ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JVM cannot sign with " + ALGORITHM, e);
        }
    }

    String id() {
        return id;
    }

    byte[] sign(byte[] text) {
        try {
            return ((Mac) prepared.clone()).doFinal(text);
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("The provider of " + ALGORITHM + " cannot copy a prepared key", e);
        }
    }

    @Override
    public String toString() {
        return "SigningKey[" + id + "]";
    }
}
