package io.missionbrief.leads.imports;

import static io.missionbrief.leads.jooq.Tables.LEAD_IMPORT;

import io.missionbrief.subgraph.graphql.Conditions;
import java.util.List;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;

/** Conditions on imports; null is no condition. */
record LeadImportFilter(@Nullable List<LeadImportStatus> status) {

    Condition condition() {
        return new Conditions().oneOf(LEAD_IMPORT.STATUS, status).all();
    }
}
