package io.missionbrief.plans.version;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.util.List;
import org.jooq.JSONB;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * A unit price from a quantity on.
 *
 * @param fromQuantity the first unit or the least quantity of the tier
 * @param unitPrice one unit for one billing period, in major units of the version's currency, exact
 */
public record PriceTier(
        int fromQuantity,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal unitPrice) {

    private static final TypeReference<List<PriceTier>> LIST = new TypeReference<>() {};

    static List<PriceTier> read(JSONB column) {
        return JsonMapper.shared().readValue(column.data(), LIST);
    }

    static JSONB column(List<PriceTier> tiers) {
        return JSONB.valueOf(JsonMapper.shared().writeValueAsString(tiers));
    }
}
