package io.missionbrief.leads.imports;

import static io.missionbrief.leads.jooq.Tables.LEAD_IMPORT_REPORT;

import io.missionbrief.subgraph.graphql.Conditions;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Conditions on the entries of a report; null is no condition. */
record LeadImportReportFilter(@Nullable List<LeadImportReportCode> code) {

    static Condition condition(Optional<LeadImportReportFilter> filter) {
        return filter.map(given -> new Conditions()
                        .oneOf(LEAD_IMPORT_REPORT.CODE, given.code)
                        .all())
                .orElseGet(DSL::noCondition);
    }
}
