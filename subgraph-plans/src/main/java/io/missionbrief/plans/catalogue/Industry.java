package io.missionbrief.plans.catalogue;

import io.missionbrief.plans.jooq.tables.records.IndustryRecord;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A branch of business, the top of the catalogue. */
record Industry(UUID id, String code, String name, @Nullable String description) {

    static Industry of(IndustryRecord row) {
        return new Industry(row.getId(), row.getCode(), row.getName(), row.getDescription());
    }
}
