package io.missionbrief.offers.quote;

import java.math.BigDecimal;

/** A line to price, as the schema takes it. */
record QuoteLineInput(String planVersionId, int quantity, BigDecimal discountPercent, BigDecimal taxPercent) {}
