package io.missionbrief.admin.issuer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.text.ParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The keys of the issuer, as the file has them now: the first signs, the others are still good for tokens that they
 * signed. A key is rotated by writing a new file in the old one's place; no restart is needed.
 */
final class SigningKeys implements JWKSource<SecurityContext> {

    private record Loaded(FileTime modified, JWKSet keys) {}

    private final Path file;
    private volatile @Nullable Loaded loaded;

    /** @throws IllegalStateException when the file has no key that could sign */
    SigningKeys(Path file) {
        this.file = file;
        NewSigningKey.writeUnlessPresent(file);
        present();
    }

    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
        return selector.select(present());
    }

    private JWKSet present() {
        try {
            FileTime modified = Files.getLastModifiedTime(file);
            Loaded known = loaded;
            if (known != null && known.modified().equals(modified)) {
                return known.keys();
            }
            JWKSet keys = read();
            loaded = new Loaded(modified, keys);
            return keys;
        } catch (IOException cause) {
            throw new UncheckedIOException("The issuer's keys cannot be read from " + file, cause);
        }
    }

    private JWKSet read() throws IOException {
        try {
            JWKSet keys = JWKSet.load(file.toFile());
            if (keys.isEmpty() || !canSign(keys.getKeys().getFirst())) {
                throw new IllegalStateException(
                        "The first key of " + file + " is not an RSA private key with a key id");
            }
            return keys;
        } catch (ParseException cause) {
            throw new IllegalStateException(file + " is not a JWK Set", cause);
        }
    }

    private static boolean canSign(JWK key) {
        try {
            return key.isPrivate() && key.getKeyID() != null && key.toRSAKey().toRSAPrivateKey() != null;
        } catch (JOSEException | ClassCastException notRsa) {
            return false;
        }
    }
}
