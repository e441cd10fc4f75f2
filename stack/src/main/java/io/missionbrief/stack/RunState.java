package io.missionbrief.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the command line reads to know how far the stack is. It names the database with its password. */
final class RunState {

    /** How far the stack is. */
    enum Phase {
        STARTING,
        READY,
        FAILED,
        STOPPING
    }

    private final Path file;
    private final Map<String, Object> facts = new LinkedHashMap<>();
    private final Map<String, Long> processes = new TreeMap<>();

    RunState(Path file, Ports ports, String version) {
        this.file = file;
        facts.put("pid", ProcessHandle.current().pid());
        facts.put("version", version);
        facts.put("port", ports.router());
        facts.put("processes", processes);
        Map<String, Integer> subgraphPorts = new LinkedHashMap<>();
        for (LocalSubgraph subgraph : LocalSubgraph.values()) {
            subgraphPorts.put(subgraph.key(), ports.of(subgraph));
        }
        facts.put("subgraphPorts", subgraphPorts);
    }

    synchronized void phase(Phase phase, @Nullable String reason) {
        facts.put("phase", phase.name());
        if (reason == null) {
            facts.remove("reason");
        } else {
            facts.put("reason", reason);
        }
        write();
    }

    synchronized void process(String part, long pid) {
        processes.put(part, pid);
        write();
    }

    synchronized void databaseUrl(String url) {
        facts.put("databaseUrl", url);
        write();
    }

    synchronized void remove() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException cause) {
            throw new UncheckedIOException("cannot remove " + file, cause);
        }
    }

    private void write() {
        new PrivateJson(file).write(facts);
    }
}
