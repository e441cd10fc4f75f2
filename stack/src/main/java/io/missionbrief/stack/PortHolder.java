package io.missionbrief.stack;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Who listens on a port of this machine, as far as Linux lets this user know. */
final class PortHolder {

    private static final Path PROCESSES = Path.of("/proc");
    private static final String LISTENS = "0A";
    private static final int ADDRESS = 1;
    private static final int STATE = 3;
    private static final int INODE = 9;

    private PortHolder() {}

    /** Such as {@code process 4711 (node)}; empty where nobody listens, or it cannot be known. */
    static Optional<String> of(int port) {
        return Stream.of("tcp", "tcp6")
                .flatMap(protocol -> linesOf(PROCESSES.resolve("net").resolve(protocol)))
                .map(line -> List.of(line.strip().split(" +")))
                .filter(columns -> listensOn(port, columns))
                .map(columns -> "socket:[" + columns.get(INODE) + "]")
                .flatMap(PortHolder::processesWith)
                .findFirst();
    }

    private static boolean listensOn(int port, List<String> columns) {
        return columns.size() > INODE
                && columns.get(STATE).equals(LISTENS)
                && columns.get(ADDRESS).endsWith(String.format(":%04X", port));
    }

    private static Stream<String> processesWith(String socket) {
        return ProcessHandle.allProcesses()
                .filter(process -> hasOpen(socket, process.pid()))
                .map(process -> "process " + process.pid() + nameOf(process.pid()));
    }

    private static boolean hasOpen(String socket, long pid) {
        Path descriptors = PROCESSES.resolve(Long.toString(pid)).resolve("fd");
        try (DirectoryStream<Path> files = Files.newDirectoryStream(descriptors)) {
            for (Path file : files) {
                if (Files.readSymbolicLink(file).toString().equals(socket)) {
                    return true;
                }
            }
        } catch (IOException _) {
            // Another user's process, or one that has just ended.
        }
        return false;
    }

    private static String nameOf(long pid) {
        return linesOf(PROCESSES.resolve(Long.toString(pid)).resolve("comm"))
                .findFirst()
                .map(name -> " (" + name + ")")
                .orElse("");
    }

    private static Stream<String> linesOf(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException unknown) {
            return Stream.empty();
        }
    }
}
