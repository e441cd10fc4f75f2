package io.missionbrief.subgraph.test;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * The schema that a subgraph serves, as it was last looked at: {@code src/test/resources/golden/<subgraph>.graphqls}. A
 * change of the schema is so a change of a file under review. {@code -Dgolden=write} takes the present schema over.
 */
public final class GoldenSdl {

    private static final int SHOWN = 12;

    private GoldenSdl() {}

    /**
     * Compares what the subgraph serves to a router with the golden file of the module that is tested.
     *
     * @param caller with any valid token
     * @throws AssertionError that shows the first lines that differ, and says how to accept them
     */
    public static void assertUnchanged(GraphQlCaller caller, String subgraph) {
        String present = served(caller);
        Path file = Path.of(System.getProperty("project.basedir", "."), "src/test/resources/golden")
                .resolve(subgraph + ".graphqls");
        try {
            if ("write".equals(System.getProperty("golden"))) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, present, UTF_8);
                return;
            }
            String golden = Files.exists(file) ? Files.readString(file, UTF_8) : "";
            if (!golden.equals(present)) {
                throw new AssertionError("The schema differs from " + file + " (accept it with -Dgolden=write):\n"
                        + differences(golden, present));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String served(GraphQlCaller caller) {
        JsonNode answer = caller.execute("{ _service { sdl } }");
        JsonNode sdl = answer.at("/data/_service/sdl");
        if (!sdl.isString()) {
            throw new AssertionError("The subgraph serves no schema: " + answer);
        }
        return sdl.asString().strip() + "\n";
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
