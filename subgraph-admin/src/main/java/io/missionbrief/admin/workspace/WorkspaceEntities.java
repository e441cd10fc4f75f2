package io.missionbrief.admin.workspace;

import io.missionbrief.subgraph.security.Actor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.federation.EntityMapping;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.stereotype.Controller;

/** Workspaces by their keys, for the router. */
@Controller
class WorkspaceEntities {

    private final Workspaces workspaces;

    WorkspaceEntities(Workspaces workspaces) {
        this.workspaces = workspaces;
    }

    @EntityMapping
    List<@Nullable Workspace> workspace(@Argument List<String> idList, Actor actor) {
        Map<String, Workspace> found = workspaces.byIds(actor, idList);
        List<@Nullable Workspace> answer = new ArrayList<>();
        idList.forEach(id -> answer.add(found.get(id)));
        return answer;
    }
}
