package io.missionbrief.plans.plan;

import java.util.List;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Something that a plan includes.
 *
 * @param name what it is, such as Storage
 * @param value how much or which, such as 100 GB; null when the name says it all
 */
public record PlanFeature(String name, @Nullable String value) {

    private static final TypeReference<List<PlanFeature>> LIST = new TypeReference<>() {};

    static List<PlanFeature> read(JSONB column) {
        return JsonMapper.shared().readValue(column.data(), LIST);
    }

    static JSONB column(List<PlanFeature> features) {
        return JSONB.valueOf(JsonMapper.shared().writeValueAsString(features));
    }
}
