package io.missionbrief.jooq.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerateJooqClassesTest {

    private static final Path BOOTSTRAP =
            Path.of("../subgraph-spring-boot-starter/src/main/resources/db/bootstrap.sql");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private Path migrations;
    private Path starter;
    private Path target;

    @BeforeEach
    void makeFolders() throws IOException {
        migrations = Files.createDirectories(folder.resolve("migrations"));
        starter = Files.createDirectories(folder.resolve("starter"));
        target = folder.resolve("target");
        Files.copy(BOOTSTRAP, starter.resolve("bootstrap.sql"));
        Files.createDirectories(starter.resolve("subgraph"));
        Files.writeString(starter.resolve("subgraph/V001__log.sql"), "create table ${subgraph}_log (id uuid)");
    }

    @Test
    void doesNothingForASubgraphWithoutMigrations() throws Exception {
        generate();

        assertThat(target).doesNotExist();
    }

    @Test
    void writesTheSubgraphsOwnTablesOnlyAndAgainOnlyWhenSomethingChanged() throws Exception {
        Files.writeString(
                migrations.resolve("V001__note.sql"), "create table note (id uuid primary key, at timestamptz)");
        generate();
        Path note = target.resolve("io/missionbrief/sample/jooq/tables/Note.java");
        assertThat(note).content().contains("TableField<NoteRecord, OffsetDateTime> AT");
        assertThat(note.resolveSibling("SampleLog.java")).doesNotExist();
        assertThat(note.resolveSibling("FlywayHistory.java")).doesNotExist();

        var longAgo = FileTime.from(Instant.EPOCH);
        Files.setLastModifiedTime(note, longAgo);
        generate();
        assertThat(Files.getLastModifiedTime(note)).isEqualTo(longAgo);

        Files.writeString(migrations.resolve("V002__body.sql"), "alter table note add column body text");
        generate();
        assertThat(note).content().contains("BODY");
    }

    @Test
    void aMigrationThatFailsFailsTheBuildAndLeavesNothingToSkip() throws Exception {
        Files.writeString(migrations.resolve("V001__broken.sql"), "create tabel note ()");

        assertThatExceptionOfType(FlywayException.class)
                .isThrownBy(this::generate)
                .withMessageContaining("tabel");
        assertThat(target.resolve(".inputs.sha256")).doesNotExist();
    }

    private void generate() throws Exception {
        GenerateJooqClasses.generate("sample", migrations, starter, target);
    }
}
