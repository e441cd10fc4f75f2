package io.missionbrief.broker;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The folder of a broker, held by one process at a time. The lock ends with the process, however that ends.
 *
 * @param root the folder itself
 * @param channel of the lock
 */
record BrokerFolder(Path root, FileChannel channel) implements AutoCloseable {

    /** @throws BrokerFailure when the folder cannot be written, or another broker holds it */
    static BrokerFolder claim(Path root) {
        FileChannel channel = openLock(root);
        try {
            if (lock(channel) != null) {
                return new BrokerFolder(root, channel);
            }
            channel.close();
        } catch (IOException cause) {
            throw notWritable(root, cause);
        }
        throw new BrokerFailure(
                "the folder " + root + " is used by another broker; stop that one, or choose another folder");
    }

    private static FileChannel openLock(Path root) {
        try {
            Files.createDirectories(root);
            return FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException cause) {
            throw notWritable(root, cause);
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException _) {
            return null;
        }
    }

    private static BrokerFailure notWritable(Path root, IOException cause) {
        return new BrokerFailure(
                "the folder " + root + " cannot be written; choose another one, or give this user the right to", cause);
    }

    Path topics() {
        return root.resolve("topics.json");
    }

    Path queueAttributes() {
        return root.resolve("queue-attributes.json");
    }

    /** Without the ending that H2 adds. */
    Path messages() {
        return root.resolve("messages");
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
