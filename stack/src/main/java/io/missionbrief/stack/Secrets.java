package io.missionbrief.stack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The passwords and client secrets of this installation: made by chance when first asked for, kept in a file that only
 * its owner can read.
 */
final class Secrets {

    private static final int BYTES = 24;

    private final JsonMapper json = JsonMapper.shared();
    private final SecureRandom random = new SecureRandom();
    private final Path file;
    private final Map<String, String> values;

    Secrets(Path file) {
        this.file = file;
        this.values = Files.exists(file) ? new TreeMap<>(read(file)) : new TreeMap<>();
    }

    /** The secret of that name. The same one at every start, until the folder is wiped. */
    synchronized String get(String name) {
        String known = values.get(name);
        if (known != null) {
            return known;
        }
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String made = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        values.put(name, made);
        write();
        return made;
    }

    private Map<String, String> read(Path source) {
        return json.readValue(source, new TypeReference<Map<String, String>>() {});
    }

    private void write() {
        new PrivateJson(file).write(values);
    }
}
