package io.missionbrief.plans.version;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;

/**
 * A unit price from a quantity on.
 *
 * @param fromQuantity the first unit or the least quantity of the tier
 * @param unitPrice one unit for one billing period, in major units of the version's currency, exact
 */
public record PriceTier(
        int fromQuantity,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal unitPrice) {}
