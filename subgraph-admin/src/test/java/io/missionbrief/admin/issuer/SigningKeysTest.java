package io.missionbrief.admin.issuer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeysTest {

    @TempDir
    Path folder;

    @Test
    void aFileThatIsMissingIsMadeAndOnlyItsOwnerReadsIt() throws Exception {
        Path file = folder.resolve("keys/jwks.json");

        List<JWK> keys = all(new SigningKeys(file));

        assertThat(keys).singleElement().matches(JWK::isPrivate);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(folder.resolve("keys")).isDirectoryContaining("glob:**/jwks.json");
        try (var files = Files.list(folder.resolve("keys"))) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void aFileThatIsThereIsKept() {
        Path file = folder.resolve("jwks.json");
        List<JWK> first = all(new SigningKeys(file));

        assertThat(all(new SigningKeys(file))).isEqualTo(first);
    }

    @Test
    void aNewFileIsReadWithoutARestartAndItsFirstKeyComesFirst() throws Exception {
        Path file = folder.resolve("jwks.json");
        SigningKeys keys = new SigningKeys(file);
        JWK old = all(keys).getFirst();
        RSAKey fresh = new RSAKeyGenerator(2048).keyID("fresh").generate();

        Files.writeString(file, new JWKSet(List.of(fresh, old)).toString(false));
        Files.setLastModifiedTime(file, FileTime.fromMillis(1));

        assertThat(all(keys)).extracting(JWK::getKeyID).containsExactly("fresh", old.getKeyID());
    }

    @Test
    void aFileThatCannotSignIsRefusedAtTheStart() throws Exception {
        Path file = folder.resolve("jwks.json");
        RSAKey key = new RSAKeyGenerator(2048).keyID("public").generate().toPublicJWK();
        Files.writeString(file, new JWKSet(key).toString(false));

        assertThatThrownBy(() -> new SigningKeys(file))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("private key");
    }

    private static List<JWK> all(SigningKeys keys) {
        return keys.get(new JWKSelector(new JWKMatcher.Builder().build()), null);
    }
}
