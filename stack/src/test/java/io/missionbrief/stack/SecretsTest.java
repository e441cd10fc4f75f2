package io.missionbrief.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @TempDir
    Path folder;

    @Test
    void areTheSameAfterARestart() {
        String made = new Secrets(folder.resolve("secrets.json")).get("postgres");

        assertThat(new Secrets(folder.resolve("secrets.json")).get("postgres")).isEqualTo(made);
    }

    @Test
    void differFromEachOther() {
        Secrets secrets = new Secrets(folder.resolve("secrets.json"));

        assertThat(secrets.get("leads_app")).isNotEqualTo(secrets.get("plans_app"));
    }

    @Test
    void canBeReadByTheirOwnerAlone() throws IOException {
        Path file = folder.resolve("secrets.json");
        new Secrets(file).get("postgres");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }
}
