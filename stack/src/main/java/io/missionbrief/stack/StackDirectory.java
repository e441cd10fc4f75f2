package io.missionbrief.stack;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/**
 * The folder that holds all state of the local stack: {@code .mission/} at the project's root, unless told otherwise.
 *
 * @param root the folder itself
 */
record StackDirectory(Path root) {

    Path postgresData() {
        return root.resolve("postgres").resolve("data");
    }

    /** Where the embedded starter unpacks its binaries. Apart from the data: it deletes folders beside them. */
    Path postgresBinaries() {
        return root.resolve("postgres-binaries");
    }

    /** There from before the first data is written until it is complete. */
    Path firstStart() {
        return root.resolve("postgres").resolve("first-start");
    }

    Path secrets() {
        return root.resolve("keys").resolve("secrets.json");
    }

    /** The private JWK Set of the issuer, with which {@code ./mission token} signs too. */
    Path signingKeys() {
        return root.resolve("keys").resolve("jwks.json");
    }

    Path log(String part) {
        return root.resolve("logs").resolve(part + ".log");
    }

    Path runState() {
        return root.resolve("run.json");
    }

    /**
     * Takes the right to run in this folder for the life of this process.
     *
     * @throws StartFailure when another process holds it, or the folder cannot be written
     */
    FileLock lock() {
        try {
            Files.createDirectories(root.resolve("logs"));
            Files.createDirectories(root.resolve("keys"));
            Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx------"));
            FileChannel channel =
                    FileChannel.open(root.resolve("stack.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            @Nullable FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                throw new StartFailure(
                        "another stack runs in " + root + "; see ./mission status, or stop it by ./mission down");
            }
            return lock;
        } catch (IOException cause) {
            throw new StartFailure("cannot write to " + root + ": check its owner and the free space", cause);
        }
    }
}
