package io.missionbrief.admin.issuer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Makes the issuer's first key. */
final class NewSigningKey {

    private static final int BITS = 2048;
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private NewSigningKey() {}

    /**
     * Writes a file that only its owner can read. Of two instances that start at once, one writes and both use its key:
     * the finished draft gets its name by a link, which fails when the name is taken.
     */
    static void writeUnlessPresent(Path file) {
        if (Files.exists(file)) {
            return;
        }
        try {
            Path folder = file.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            Path draft = Files.createTempFile(folder, file.getFileName().toString(), ".new", OWNER_ONLY);
            try {
                Files.writeString(draft, generate().toString(false));
                Files.createLink(file, draft);
            } catch (FileAlreadyExistsException other) {
                return;
            } finally {
                Files.delete(draft);
            }
        } catch (IOException cause) {
            throw new UncheckedIOException(
                    "The issuer's keys cannot be written to " + file + ": check its folder and the free space", cause);
        }
    }

    private static JWKSet generate() {
        try {
            return new JWKSet(new RSAKeyGenerator(BITS)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyIDFromThumbprint(true)
                    .generate());
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
