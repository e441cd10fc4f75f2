package io.missionbrief.offers.quote;

import static io.missionbrief.offers.jooq.Tables.QUOTE_LINE;
import static io.missionbrief.offers.jooq.Tables.QUOTE_REVISION;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Reads the revisions of quotes, and their lines. */
public final class RevisionQueries {

    private RevisionQueries() {}

    /** The revision in force of a quote that is there. */
    public static QuoteRevision current(DSLContext database, Quote quote) {
        return database.selectFrom(QUOTE_REVISION)
                .where(named(DSL.val(quote.id()), DSL.val(quote.currentRevisionNumber())))
                .fetchSingle(QuoteRevision::of);
    }

    /**
     * The revisions with these names, by one statement.
     *
     * <pre>{@code
     * select named.* from unnest(?, ?) as wanted (quote_id, number), lateral (
     *     select * from quote_revision where quote_id = wanted.quote_id and number = wanted.number limit 1
     * ) as named
     * }</pre>
     */
    static Map<RevisionName, QuoteRevision> named(DSLContext database, Collection<RevisionName> names) {
        var quoteId = DSL.field(DSL.name("wanted", "quote_id"), QUOTE_REVISION.QUOTE_ID.getDataType());
        var number = DSL.field(DSL.name("wanted", "number"), QUOTE_REVISION.NUMBER.getDataType());
        var revision = database.selectFrom(QUOTE_REVISION)
                .where(named(quoteId, number))
                .limit(DSL.inline(1))
                .asTable("named");
        return database
                .select(revision.fields())
                .from(DSL.table(
                                "unnest({0}, {1})",
                                DSL.val(names.stream()
                                        .map(RevisionName::quoteId)
                                        .toArray(UUID[]::new)),
                                DSL.val(names.stream().map(RevisionName::number).toArray(Integer[]::new)))
                        .as("wanted", "quote_id", "number"))
                .crossJoin(DSL.lateral(revision))
                .fetch(row -> QuoteRevision.of(row.into(QUOTE_REVISION)))
                .stream()
                .collect(Collectors.toMap(RevisionName::of, Function.identity()));
    }

    private static Condition named(Field<UUID> quoteId, Field<Integer> number) {
        return QUOTE_REVISION.QUOTE_ID.eq(quoteId).and(QUOTE_REVISION.NUMBER.eq(number));
    }

    /** The lines of a revision, in their order. */
    public static List<QuoteLine> lines(DSLContext database, UUID revisionId) {
        return lines(database, List.of(revisionId)).getOrDefault(revisionId, List.of());
    }

    /**
     * The lines of each revision, in their order, by one statement.
     *
     * <pre>{@code
     * select line.* from unnest(?) as wanted (id), lateral (
     *     select quote_line.*, quote_revision.currency from quote_line join quote_revision on ...
     *     where revision_id = wanted.id order by position limit 50
     * ) as line order by position
     * }</pre>
     */
    static Map<UUID, List<QuoteLine>> lines(DSLContext database, Collection<UUID> revisionIds) {
        var line = database.select(QUOTE_LINE.fields())
                .select(QUOTE_REVISION.CURRENCY)
                .from(QUOTE_LINE)
                .join(QUOTE_REVISION)
                .on(QUOTE_REVISION.WORKSPACE_ID.eq(QUOTE_LINE.WORKSPACE_ID))
                .and(QUOTE_REVISION.ID.eq(QUOTE_LINE.REVISION_ID))
                .where(QUOTE_LINE.REVISION_ID.eq(
                        DSL.field(DSL.name("wanted", "id"), QUOTE_LINE.REVISION_ID.getDataType())))
                .orderBy(QUOTE_LINE.POSITION)
                .limit(DSL.inline(PriceLines.MOST_LINES))
                .asTable("line");
        return database.select(line.fields())
                .from(DSL.unnest(revisionIds).as("wanted", "id"))
                .crossJoin(DSL.lateral(line))
                .orderBy(line.field(QUOTE_LINE.POSITION))
                .fetchGroups(
                        line.field(QUOTE_LINE.REVISION_ID),
                        row -> QuoteLine.of(row.into(QUOTE_LINE), row.get(line.field(QUOTE_REVISION.CURRENCY))));
    }
}
