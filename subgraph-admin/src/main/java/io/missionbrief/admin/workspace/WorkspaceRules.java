package io.missionbrief.admin.workspace;

import io.missionbrief.subgraph.json.JsonDocument;
import io.missionbrief.subgraph.json.JsonRules;
import io.missionbrief.subgraph.mutation.InputCheck;
import org.jspecify.annotations.Nullable;

/** What the inputs for a new and for a changed workspace have to keep. */
public final class WorkspaceRules {

    private static final int NAME_LENGTH = 200;
    private static final int KIBIBYTES = 64;

    private WorkspaceRules() {}

    public static InputCheck name(InputCheck check, @Nullable String name) {
        return check.text("name", name, NAME_LENGTH);
    }

    /** An object of free form, if there is one. */
    public static InputCheck freeForm(InputCheck check, String field, @Nullable Object value) {
        return value == null ? check : JsonRules.object(check, field, JsonDocument.ofInput(value), KIBIBYTES);
    }
}
