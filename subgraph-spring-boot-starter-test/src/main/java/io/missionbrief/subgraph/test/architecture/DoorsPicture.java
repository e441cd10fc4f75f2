package io.missionbrief.subgraph.test.architecture;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The allowed doors between the packages below a root, as {@code docs/doors.md} shows them: drawn from the very rules, so
 * that the picture cannot lie. {@code -Dgolden=write} draws it anew.
 *
 * @param doors for each package those that it may depend on
 */
record DoorsPicture(String rootPackage, Map<String, List<String>> doors) {

    DoorsPicture {
        doors = new TreeMap<>(doors);
    }

    /** Compares the page of this repository with the rules. */
    void assertShown() {
        assertShownOn(Path.of(System.getProperty("project.basedir", "."), "../docs/doors.md"));
    }

    void assertShownOn(Path page) {
        try {
            String text = Files.readString(page, UTF_8);
            Matcher present = Pattern.compile(Pattern.quote(marker()) + "```mermaid\n.*?```\n", Pattern.DOTALL)
                    .matcher(text);
            boolean shown = present.find();
            if (shown && present.group().equals(drawn())) {
                return;
            }
            if (!"write".equals(System.getProperty("golden"))) {
                throw new AssertionError("docs/doors.md does not show the doors of " + rootPackage
                        + " as the rules have them; draw them by ./mission test <module> --golden:\n" + drawn());
            }
            String section = "\n## " + rootPackage + "\n\n" + drawn();
            Files.writeString(page, shown ? text.replace(present.group(), drawn()) : text + section, UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private String marker() {
        return "<!-- doors: " + rootPackage + " -->\n";
    }

    /** The page's part: below what it depends on stands who depends; a package alone knows no other. */
    private String drawn() {
        StringBuilder lines = new StringBuilder(marker()).append("```mermaid\nflowchart BT\n");
        doors.forEach((from, others) -> {
            lines.append("    ").append(node(from)).append('\n');
            others.stream()
                    .sorted()
                    .forEach(to -> lines.append("    ")
                            .append(from)
                            .append("_ --> ")
                            .append(to.equals("jooq") ? "jooq_[(tables)]" : to + "_")
                            .append('\n'));
        });
        return lines.append("```\n").toString();
    }

    /** With a suffix: some names, such as graph or end, are words of Mermaid. */
    private static String node(String name) {
        return name + "_[" + name + "]";
    }
}
