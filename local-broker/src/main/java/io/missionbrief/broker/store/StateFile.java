package io.missionbrief.broker.store;

import io.missionbrief.broker.BrokerFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A value in a JSON file. What {@link #write} has returned from is on the disk: a crash leaves the old value or the new one.
 *
 * @param file where it lies, in a folder that is there
 * @param type of the value
 * @param <T> type of the value
 */
public record StateFile<T>(Path file, Class<T> type) {

    /**
     * What was written last.
     *
     * @param none what holds before anything was written
     * @throws BrokerFailure when the file is there and cannot be read
     */
    public T read(T none) {
        if (!Files.exists(file)) {
            return none;
        }
        try {
            return JsonMapper.shared().readValue(Files.readAllBytes(file), type);
        } catch (IOException | JacksonException cause) {
            throw new BrokerFailure(
                    file + " cannot be read; put back what was there, or delete the broker's folder with all messages",
                    cause);
        }
    }

    public void write(T value) {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        try (FileChannel channel = FileChannel.open(
                draft, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(JsonMapper.shared().writeValueAsBytes(value));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException cause) {
            throw new UncheckedIOException("cannot write " + file, cause);
        }
    }
}
