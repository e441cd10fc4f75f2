package io.missionbrief.jooq.codegen;

import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Logging;
import org.jooq.meta.jaxb.Target;

/** What is generated: tables, keys and records of the subgraph's own tables; no POJOs and no DAOs. */
final class JooqSettings {

    private final String subgraph;
    private final MigratedDatabase database;

    JooqSettings(String subgraph, MigratedDatabase database) {
        this.subgraph = subgraph;
        this.database = database;
    }

    Configuration writingTo(Path folder) {
        return new Configuration()
                .withLogging(Logging.WARN)
                .withJdbc(new Jdbc().withDriver("org.postgresql.Driver").withUrl(database.url()))
                .withGenerator(new Generator()
                        .withDatabase(tables())
                        .withGenerate(code())
                        .withTarget(new Target()
                                .withPackageName("io.missionbrief." + subgraph + ".jooq")
                                .withDirectory(folder.toString())));
    }

    private Database tables() {
        return new Database()
                .withName("org.jooq.meta.postgres.PostgresDatabase")
                .withInputSchema(subgraph)
                .withExcludes(Stream.concat(database.sharedTables().stream(), Stream.of("flyway_.*"))
                        .collect(Collectors.joining("|")))
                .withIncludeRoutines(false);
    }

    private static Generate code() {
        return new Generate()
                .withPojos(false)
                .withDaos(false)
                .withGeneratedAnnotation(false)
                .withJavadoc(false)
                .withComments(false);
    }
}
