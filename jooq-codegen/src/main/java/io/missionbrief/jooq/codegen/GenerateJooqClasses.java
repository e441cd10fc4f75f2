package io.missionbrief.jooq.codegen;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jooq.codegen.GenerationTool;

/**
 * Writes the jOOQ classes of one subgraph: migrates an embedded PostgreSQL just as the subgraph migrates its own, and
 * reads the tables that came out. Does nothing for a subgraph without migrations, and nothing when no input has changed
 * since the last time; neither starts PostgreSQL.
 */
public final class GenerateJooqClasses {

    private static final int ARGUMENTS = 4;
    private static final String HASH_FILE = ".inputs.sha256";

    private GenerateJooqClasses() {}

    /**
     * Generates the classes, unless they are there.
     *
     * @param arguments the subgraph's name, the folder of its migrations, the folder of the starter with
     *     {@code bootstrap.sql} and {@code subgraph/}, and the folder to write to
     */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length != ARGUMENTS) {
            throw new IllegalArgumentException("Arguments: <subgraph> <migrations> <starter's db folder> <target>");
        }
        generate(arguments[0], Path.of(arguments[1]), Path.of(arguments[2]), Path.of(arguments[3]));
    }

    static void generate(String subgraph, Path migrations, Path starter, Path target) throws Exception {
        if (!hasMigrations(migrations)) {
            return;
        }
        var hashFile = target.resolve(HASH_FILE);
        var hash = InputHash.of(migrations, starter);
        if (Files.exists(hashFile) && Files.readString(hashFile).equals(hash)) {
            return;
        }
        Files.deleteIfExists(hashFile);
        try (var database = new MigratedDatabase(subgraph, migrations, starter)) {
            GenerationTool.generate(new JooqSettings(subgraph, database).writingTo(target));
        }
        Files.writeString(hashFile, hash);
    }

    private static boolean hasMigrations(Path folder) throws Exception {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (var files = Files.walk(folder)) {
            return files.anyMatch(file -> file.toString().endsWith(".sql"));
        }
    }
}
