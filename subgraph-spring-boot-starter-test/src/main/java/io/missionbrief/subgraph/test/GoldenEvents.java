package io.missionbrief.subgraph.test;

import io.missionbrief.subgraph.security.WorkspaceId;
import io.missionbrief.subgraph.tenancy.WorkerDatabase;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jooq.Record;
import tools.jackson.databind.json.JsonMapper;

/**
 * The events that a subgraph writes, as they were last looked at: {@code src/test/resources/golden/<subgraph>.events}. They
 * stay in the log for ever, and consumers read them, so that a change of one is a change of a file under review.
 * {@code -Dgolden=write} takes the present ones over.
 */
public final class GoldenEvents {

    private static final String EVENTS = """
            select format('%s: %s at version %s, %s', type, object_type, object_version, lane)
                       || case when personal_subject is null then ''
                               else format(', sealed for %s: %s', personal_subject, array_to_string(personal_fields, ', ')) end
                       as head,
                   state, changes
            from event_log
            where workspace_id = ?
            order by seq""";

    private static final Pattern ID = Pattern.compile("\\p{XDigit}{8}-(\\p{XDigit}{4}-){3}\\p{XDigit}{12}");
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?");
    private static final Pattern SEALED = Pattern.compile("(\"sealed\":\")[^\"]+");
    private static final Pattern REFERENCE = Pattern.compile("(\\.reference = (\\{\"after\":)?\")[^\"]+");

    private GoldenEvents() {}

    /**
     * Compares the events of a workspace, in the order in which they were written, with the golden file of the module that
     * is tested. Of ids it compares only which are equal, of times only their form; references and what is sealed differ
     * each time.
     *
     * <p>Each column that may change has to be told, under its own name, and what people write of a person sealed.
     *
     * @param workspace in which the test has let everything happen that an event tells of
     * @param untold columns that events leave out or call otherwise, such as {@code application.plan_id}
     * @throws AssertionError that shows the first lines that differ, and says how to accept them; or that names a column
     *     that is not told, or not sealed
     */
    public static void assertUnchanged(
            WorkerDatabase database, WorkspaceId workspace, String subgraph, String... untold) {
        new ToldColumns(subgraph, List.of(untold)).assertComplete(database, workspace);
        String present = database.read(sql -> sql.fetch(EVENTS, workspace.value()).stream()
                .map(GoldenEvents::told)
                .collect(Collectors.joining("\n")));
        new GoldenFile(subgraph + ".events").assertUnchanged("log", withoutChance(present));
    }

    private static String told(Record event) {
        return event.get("head") + "\n" + told("state", event) + told("changes", event);
    }

    private static String told(String column, Record event) {
        String content = event.get(column, String.class);
        if (content == null) {
            return "";
        }
        return JsonMapper.shared().readTree(content).properties().stream()
                .map(field -> "  " + column + "." + field.getKey() + " = " + field.getValue() + "\n")
                .collect(Collectors.joining());
    }

    private static String withoutChance(String events) {
        Map<String, Integer> ids = new LinkedHashMap<>();
        String numbered = ID.matcher(events).replaceAll(id -> {
            ids.putIfAbsent(id.group(), ids.size() + 1);
            return "<id " + ids.get(id.group()) + ">";
        });
        String timeless = TIME.matcher(numbered).replaceAll("<time>");
        String unsealed = SEALED.matcher(timeless).replaceAll("$1...");
        return REFERENCE.matcher(unsealed).replaceAll("$1<reference>");
    }
}
