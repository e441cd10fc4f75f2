package io.missionbrief.leads.lead;

import static io.missionbrief.leads.jooq.Tables.LEAD;

import io.missionbrief.subgraph.error.RequestException;
import io.missionbrief.subgraph.security.Actor;
import io.missionbrief.subgraph.tenancy.TenantDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** How many leads of one workspace have something in common. */
@Service
class CountLeads {

    private static final int LARGEST = 100;

    private static final Field<Integer> COUNT = DSL.count().as("count");
    private static final Field<Integer> TOTAL =
            DSL.sum(DSL.count()).over().cast(Integer.class).as("total");

    private final TenantDatabase database;

    CountLeads(TenantDatabase database) {
        this.database = database;
    }

    /**
     * The largest groups, by one statement:
     *
     * <pre>{@code
     * select source, status, count(*) as count, cast(sum(count(*)) over () as int) as total
     * from lead where ... group by source, status order by count desc, source, status limit 100
     * }</pre>
     *
     * @throws RequestException {@code BAD_USER_INPUT} when it is to be counted by nothing, or by the same twice
     */
    LeadCounts execute(Actor actor, Condition filter, List<LeadCountDimension> by) {
        requireEachOnce(by);
        List<TableField<?, String>> columns = by.stream()
                .<TableField<?, String>>map(LeadCountDimension::column)
                .toList();
        Result<Record> rows = database.read(
                actor,
                sql -> sql.select(columns)
                        .select(COUNT, TOTAL)
                        .from(LEAD)
                        .where(filter)
                        .groupBy(columns)
                        .orderBy(largestFirst(columns))
                        .limit(DSL.inline(LARGEST))
                        .fetch());
        int total = rows.isEmpty() ? 0 : rows.getFirst().get(TOTAL);
        return new LeadCounts(total, rows.map(row -> group(row, by)));
    }

    private static void requireEachOnce(List<LeadCountDimension> by) {
        if (by.isEmpty() || Set.copyOf(by).size() < by.size()) {
            throw RequestException.badUserInput("by", "'by' is to name each thing that leads are counted by, once");
        }
    }

    private static List<OrderField<?>> largestFirst(List<TableField<?, String>> columns) {
        List<OrderField<?>> order = new ArrayList<>(columns);
        order.addFirst(COUNT.desc());
        return order;
    }

    private static LeadCounts.Group group(Record row, List<LeadCountDimension> by) {
        String source = value(row, by, LeadCountDimension.SOURCE);
        String status = value(row, by, LeadCountDimension.STATUS);
        return new LeadCounts.Group(
                source == null ? null : LeadSource.valueOf(source),
                value(row, by, LeadCountDimension.SOURCE_DETAIL),
                status == null ? null : LeadStatus.valueOf(status),
                row.get(COUNT));
    }

    private static @Nullable String value(Record row, List<LeadCountDimension> by, LeadCountDimension dimension) {
        return by.contains(dimension) ? row.get(dimension.column()) : null;
    }
}
