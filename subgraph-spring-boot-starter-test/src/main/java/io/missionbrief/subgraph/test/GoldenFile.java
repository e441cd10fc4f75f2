package io.missionbrief.subgraph.test;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A text as it was last looked at, in {@code src/test/resources/golden} of the module that is tested. What the text tells
 * of changes so under review. {@code -Dgolden=write} takes the present text over.
 *
 * @param name of the file
 */
record GoldenFile(String name) {

    private static final int SHOWN = 12;

    /**
     * Compares the present text with the file.
     *
     * @param what the text is, such as "schema"
     * @throws AssertionError that shows the first lines that differ, and says how to accept them
     */
    void assertUnchanged(String what, String present) {
        Path file = Path.of(System.getProperty("project.basedir", "."), "src/test/resources/golden")
                .resolve(name);
        try {
            if ("write".equals(System.getProperty("golden"))) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, present, UTF_8);
                return;
            }
            String golden = Files.exists(file) ? Files.readString(file, UTF_8) : "";
            if (!golden.equals(present)) {
                throw new AssertionError("The " + what + " differs from " + file + " (accept it with -Dgolden=write):\n"
                        + differences(golden, present));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lines that only one side has, in the order of that side. */
    private static String differences(String golden, String present) {
        List<String> lines = new ArrayList<>();
        only(golden, present).forEach(line -> lines.add("- " + line));
        only(present, golden).forEach(line -> lines.add("+ " + line));
        if (lines.isEmpty()) {
            return "the same lines in another order";
        }
        String shown = String.join("\n", lines.subList(0, Math.min(SHOWN, lines.size())));
        return lines.size() > SHOWN ? shown + "\nand " + (lines.size() - SHOWN) + " more" : shown;
    }

    private static List<String> only(String one, String other) {
        List<String> rest = new ArrayList<>(one.lines().toList());
        other.lines().forEach(rest::remove);
        return rest;
    }
}
