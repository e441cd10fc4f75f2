package io.missionbrief.subgraph.test.sample;

import io.missionbrief.subgraph.graphql.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One value of each scalar, as a controller gets it and gives it back. */
record Mirror(
        @Nullable OffsetDateTime dateTime,
        @Nullable LocalDate date,
        @Nullable BigDecimal decimal,
        @Nullable UUID uuid,
        @Nullable Object json,
        @Nullable String email,
        @Nullable String phone,
        @Nullable Currency currency,
        @Nullable Money money,
        @Nullable List<String> ids) {}
