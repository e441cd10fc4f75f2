package io.missionbrief.jooq.codegen;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jooq.Constants;

/** A hash over all that decides what is generated: the scripts, jOOQ's version, and the generator itself. */
final class InputHash {

    private final MessageDigest digest;

    private InputHash() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    static String of(Path... folders) throws IOException {
        var hash = new InputHash();
        hash.add(Constants.FULL_VERSION, new byte[0]);
        for (Class<?> type : List.of(MigratedDatabase.class, JooqSettings.class)) {
            hash.add(type.getName(), bytecode(type));
        }
        for (Path folder : folders) {
            hash.addScripts(folder);
        }
        return HexFormat.of().formatHex(hash.digest.digest());
    }

    private void addScripts(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                add(folder.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
    }

    /** Lengths go in as well: otherwise two files could be read as two others. */
    private void add(String name, byte[] content) {
        digest.update((name + '\n' + content.length + '\n').getBytes(UTF_8));
        digest.update(content);
    }

    private static byte[] bytecode(Class<?> type) {
        try (InputStream bytes = type.getResourceAsStream(type.getSimpleName() + ".class")) {
            return bytes == null ? new byte[0] : bytes.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
