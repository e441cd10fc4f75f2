package io.missionbrief.leads.imports;

import static io.missionbrief.leads.jooq.Tables.LEAD_IMPORT;
import static io.missionbrief.leads.jooq.Tables.LEAD_IMPORT_REPORT;

import io.missionbrief.leads.jooq.tables.records.LeadImportRecord;
import io.missionbrief.leads.jooq.tables.records.LeadImportReportRecord;
import io.missionbrief.subgraph.change.VersionedTable;
import io.missionbrief.subgraph.event.Event;
import io.missionbrief.subgraph.event.PersonalFields;
import io.missionbrief.subgraph.graphql.ChildPage;
import io.missionbrief.subgraph.graphql.Connection;
import io.missionbrief.subgraph.graphql.Keyset;
import io.missionbrief.subgraph.graphql.PageRequest;
import io.missionbrief.subgraph.graphql.Pages;
import io.missionbrief.subgraph.graphql.RowsById;
import io.missionbrief.subgraph.security.Actor;
import io.missionbrief.subgraph.tenancy.TenantDatabase;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Reads imports and their reports as far as the caller may see them. */
@Repository
class LeadImportQueries {

    static final VersionedTable<LeadImportRecord, LeadImport> IMPORTS =
            new VersionedTable<>(LEAD_IMPORT, "import", LeadImport::of);

    private static final Keyset<LeadImportRecord> NEWEST_FIRST =
            Keyset.of(LEAD_IMPORT, LEAD_IMPORT.CREATED_AT.desc(), LEAD_IMPORT.ID.desc());
    private static final Keyset<LeadImportReportRecord> ORDER_OF_FILE =
            Keyset.of(LEAD_IMPORT_REPORT, LEAD_IMPORT_REPORT.LINE.asc(), LEAD_IMPORT_REPORT.ENTRY.asc());

    private final TenantDatabase database;
    private final Pages pages;
    private final PersonalFields personalFields;

    LeadImportQueries(TenantDatabase database, Pages pages, PersonalFields personalFields) {
        this.database = database;
        this.pages = pages;
        this.personalFields = personalFields;
    }

    @Nullable
    LeadImport byId(Actor actor, UUID id) {
        return database.<@Nullable LeadImport>read(actor, sql -> IMPORTS.find(sql, id));
    }

    /** The import as an event tells of it, what is sealed in it opened. */
    LeadImport told(Actor actor, Event event) {
        return database.read(actor, sql -> LeadImport.of(personalFields.open(sql, event)));
    }

    /** The imports with these ids that the caller sees, by one statement. */
    Map<UUID, LeadImport> byIds(Actor actor, Set<UUID> ids) {
        return database.read(actor, sql -> RowsById.fetch(sql, LEAD_IMPORT, LEAD_IMPORT.ID, ids, LeadImport::of));
    }

    Connection<LeadImport> page(Actor actor, Condition filter, PageRequest page) {
        return pages.page(actor, NEWEST_FIRST, filter, page, LeadImport::of);
    }

    /** Pages of reports: by one statement for each distinct page and filter, of however many imports. */
    Map<ReportPage, Connection<LeadImportReportLine>> reports(Actor actor, Set<ReportPage> wanted) {
        Map<ReportPage, Connection<LeadImportReportLine>> reports = new HashMap<>();
        wanted.stream()
                .collect(Collectors.groupingBy(
                        page -> Optional.ofNullable(page.filter()),
                        Collectors.mapping(ReportPage::page, Collectors.toSet())))
                .forEach((filter, some) -> pages.pages(
                                actor,
                                ORDER_OF_FILE,
                                LEAD_IMPORT_REPORT.IMPORT_ID,
                                LeadImportReportFilter.condition(filter),
                                some,
                                LeadImportReportLine::of)
                        .forEach((page, report) -> reports.put(new ReportPage(page, filter.orElse(null)), report)));
        return reports;
    }

    /** A page of the report of one import; the key of a batch loader. */
    record ReportPage(ChildPage<UUID> page, @Nullable LeadImportReportFilter filter) {}
}
