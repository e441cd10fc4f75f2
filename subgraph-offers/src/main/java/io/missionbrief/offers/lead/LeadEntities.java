package io.missionbrief.offers.lead;

import io.missionbrief.subgraph.graphql.ObjectId;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.federation.EntityMapping;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.stereotype.Controller;

/**
 * Leads and applications as far as offers knows them: by their ids alone. Whether the caller may see one is for leads to
 * say; the quotes and offers below it are judged by themselves.
 */
@Controller
class LeadEntities {

    @EntityMapping
    List<@Nullable Lead> lead(@Argument List<String> idList) {
        return references(idList, Lead::new);
    }

    @EntityMapping
    List<@Nullable Application> application(@Argument List<String> idList) {
        return references(idList, Application::new);
    }

    private static <T> List<@Nullable T> references(List<String> ids, Function<UUID, T> reference) {
        return ids.stream().<@Nullable T>map(id -> reference(id, reference)).toList();
    }

    private static <T> @Nullable T reference(String text, Function<UUID, T> reference) {
        UUID id = ObjectId.parseOrNull(text);
        return id == null ? null : reference.apply(id);
    }
}
