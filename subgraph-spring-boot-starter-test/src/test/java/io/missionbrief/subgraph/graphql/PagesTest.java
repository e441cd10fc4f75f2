package io.missionbrief.subgraph.graphql;

import static io.missionbrief.subgraph.graphql.EntryTable.ENTRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.jooq.impl.DSL.noCondition;

import io.missionbrief.subgraph.error.ErrorCode;
import io.missionbrief.subgraph.error.RequestException;
import io.missionbrief.subgraph.graphql.Connection.PageInfo;
import io.missionbrief.subgraph.security.Actor;
import io.missionbrief.subgraph.security.WorkspaceId;
import io.missionbrief.subgraph.test.ScratchSubgraph;
import io.missionbrief.subgraph.test.StatementCounter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

class PagesTest {

    private static final Keyset<EntryTable.Row> BY_RANK = Keyset.of(ENTRY, ENTRY.rank.desc(), ENTRY.id.desc());

    /** Each of the shapes that the comparison with a place can take. */
    static final List<Keyset<EntryTable.Row>> ORDERS = List.of(
            BY_RANK,
            Keyset.of(ENTRY, ENTRY.title.asc(), ENTRY.id.asc()),
            Keyset.of(ENTRY, ENTRY.rank.desc(), ENTRY.id.asc()),
            Keyset.of(ENTRY, ENTRY.rank.asc(), ENTRY.createdAt.desc(), ENTRY.id.asc()),
            Keyset.of(ENTRY, ENTRY.id.desc()));

    private static final int MANY = 1_000;

    @SuppressWarnings("NullAway.Init")
    private static ScratchSubgraph subgraph;

    private final StatementCounter statements = subgraph.bean(StatementCounter.class);
    private final Pages pages = new Pages(subgraph.tenants());
    private final WorkspaceId workspace = new WorkspaceId("w" + UUID.randomUUID());
    private final Actor ann = new Actor("ann", workspace, Set.of(), Set.of(), Instant.MAX);

    @BeforeAll
    static void start() {
        subgraph = ScratchSubgraph.start("sample", StatementCounter.class);
    }

    @AfterAll
    static void stop() {
        subgraph.close();
    }

    @ParameterizedTest
    @FieldSource("ORDERS")
    void walkingForwardSeesEachRowOnceWhileRowsAreInserted(Keyset<EntryTable.Row> order) {
        insert(MANY);
        List<UUID> before = inOrder(order);

        List<UUID> seen = walk(order, false);

        assertThat(seen).doesNotHaveDuplicates();
        assertThat(seen.stream().filter(Set.copyOf(before)::contains)).containsExactlyElementsOf(before);
    }

    @ParameterizedTest
    @FieldSource("ORDERS")
    void walkingBackwardSeesEachRowOnceWhileRowsAreInserted(Keyset<EntryTable.Row> order) {
        insert(MANY);
        List<UUID> before = inOrder(order);

        List<UUID> seen = walk(order, true);

        assertThat(seen).doesNotHaveDuplicates();
        assertThat(seen.stream().filter(Set.copyOf(before)::contains)).containsExactlyElementsOf(before.reversed());
    }

    /** What the two tests above would find if pages were counted off. */
    @Test
    void walkingByOffsetSeesRowsTwiceWhileRowsAreInserted() {
        insert(MANY);
        List<UUID> seen = new ArrayList<>();
        for (int offset = 0; offset < MANY; offset += PageRequest.MAXIMUM) {
            int from = offset;
            seen.addAll(subgraph.tenants()
                    .read(
                            ann,
                            sql -> sql.selectFrom(ENTRY)
                                    .orderBy(BY_RANK.order(false))
                                    .limit(PageRequest.MAXIMUM)
                                    .offset(from)
                                    .fetch(ENTRY.id)));
            insert(10);
        }

        assertThat(new HashSet<>(seen)).hasSizeLessThan(seen.size());
    }

    @ParameterizedTest
    @FieldSource("ORDERS")
    void pagesSayRightlyWhetherThereIsMoreAtBothEnds(Keyset<EntryTable.Row> order) {
        insert(5);
        Connection<UUID> first = page(order, PageRequest.of(2, null, null, null));
        Connection<UUID> middle = page(order, PageRequest.of(2, end(first), null, null));
        Connection<UUID> last = page(order, PageRequest.of(2, end(middle), null, null));
        Connection<UUID> beyond = page(order, PageRequest.of(2, end(last), null, null));
        Connection<UUID> back = page(order, PageRequest.of(null, null, 2, start(last)));
        Connection<UUID> atStart = page(order, PageRequest.of(null, null, 2, start(back)));
        Connection<UUID> beforeStart = page(order, PageRequest.of(null, null, 2, start(atStart)));
        Connection<UUID> fromEnd = page(order, PageRequest.of(null, null, 2, null));

        assertThat(ends(first)).isEqualTo("start..more");
        assertThat(ends(middle)).isEqualTo("more..more");
        assertThat(ends(last)).isEqualTo("more..end");
        assertThat(last.nodes()).hasSize(1);
        assertThat(ends(beyond)).isEqualTo("more..end");
        assertThat(beyond.nodes()).isEmpty();
        assertThat(back.nodes()).isEqualTo(middle.nodes());
        assertThat(ends(back)).isEqualTo("more..more");
        assertThat(atStart.nodes()).isEqualTo(first.nodes());
        assertThat(ends(atStart)).isEqualTo("start..more");
        assertThat(ends(beforeStart)).isEqualTo("start..more");
        assertThat(beforeStart.nodes()).isEmpty();
        assertThat(fromEnd.nodes())
                .containsExactly(middle.nodes().getLast(), last.nodes().getFirst());
        assertThat(ends(fromEnd)).isEqualTo("more..end");
    }

    @Test
    void whatComesBeforeACursorIsAskedAndNotAssumed() {
        insert(2);
        String first = page(BY_RANK, PageRequest.of(1, null, null, null))
                .edges()
                .getFirst()
                .cursor();
        subgraph.tenants().write(ann, transaction -> transaction.execute("delete from entry where rank = 2"));

        Connection<UUID> rest = page(BY_RANK, PageRequest.of(1, first, null, null));

        assertThat(ends(rest)).isEqualTo("start..end");
    }

    @Test
    void anEmptyListHasNeitherEndsNorRows() {
        Connection<UUID> empty = page(BY_RANK, PageRequest.initial());

        assertThat(ends(empty)).isEqualTo("start..end");
        assertThat(empty.pageInfo().startCursor()).isNull();
        assertThat(empty.totalCount()).isZero();
    }

    @Test
    void aPageIsOneStatementWithItsLimitWrittenOut() {
        insert(3);
        statements.reset(workspace);

        Connection<UUID> page = page(BY_RANK, PageRequest.of(2, null, null, null));
        PageInfo info = page.pageInfo();

        assertThat(info.hasNextPage() || info.hasPreviousPage()).isTrue();
        assertThat(statements.statements(workspace)).singleElement().asString().contains("fetch next 3 rows only");
    }

    @Test
    void theRowsAreCountedOnlyWhenAskedFor() {
        insert(30);
        statements.reset(workspace);
        Connection<UUID> page = page(BY_RANK, PageRequest.initial());
        int before = statements.count(workspace);

        assertThat(page.totalCount()).isEqualTo(30);
        assertThat(before).isOne();
        assertThat(statements.count(workspace)).isEqualTo(2);
    }

    @Test
    void pagesBelowManyParentsAreOneStatementAndEachHasItsOwnEnds() {
        Map<UUID, Integer> parents = new HashMap<>();
        for (int children = 0; children < 12; children++) {
            UUID parent = UUID.randomUUID();
            insert(parent, null, 1);
            IntStream.range(0, children).forEach(child -> insert(UUID.randomUUID(), parent, child));
            parents.put(parent, children);
        }
        PageRequest page = PageRequest.of(5, null, null, null);
        statements.reset(workspace);

        Map<ChildPage<UUID>, Connection<Integer>> found = pages.pages(
                ann,
                BY_RANK,
                ENTRY.parentId,
                noCondition(),
                parents.keySet().stream()
                        .map(parent -> new ChildPage<>(parent, page))
                        .collect(Collectors.toSet()),
                row -> row.get(ENTRY.rank));

        assertThat(statements.count(workspace)).isOne();
        assertThat(found).hasSize(12);
        found.forEach((key, connection) -> {
            int children = parents.getOrDefault(key.parent(), -1);
            assertThat(connection.nodes())
                    .isEqualTo(IntStream.range(0, children)
                            .mapToObj(child -> children - 1 - child)
                            .limit(5)
                            .toList());
            assertThat(connection.totalCount()).isEqualTo(children);
            assertThat(ends(connection)).isEqualTo(children > 5 ? "start..more" : "start..end");
        });
        assertThat(statements.count(workspace)).as("all counts in one").isEqualTo(2);
    }

    @Test
    void pagesBelowManyParentsGoOnFromACursorInBothDirections() {
        UUID parent = UUID.randomUUID();
        insert(parent, null, 1);
        IntStream.range(0, 7).forEach(child -> insert(UUID.randomUUID(), parent, child));

        Connection<Integer> first = children(parent, PageRequest.of(3, null, null, null));
        Connection<Integer> second = children(parent, PageRequest.of(3, end(first), null, null));
        Connection<Integer> back = children(parent, PageRequest.of(null, null, 2, start(second)));

        assertThat(first.nodes()).containsExactly(6, 5, 4);
        assertThat(second.nodes()).containsExactly(3, 2, 1);
        assertThat(ends(second)).isEqualTo("more..more");
        assertThat(back.nodes()).containsExactly(5, 4);
        assertThat(ends(back)).isEqualTo("more..more");
    }

    @Test
    void anotherWorkspaceIsNeverOnAPage() {
        insert(3);
        Actor bob = new Actor("bob", new WorkspaceId("w" + UUID.randomUUID()), Set.of(), Set.of(), Instant.MAX);
        String cursor = end(page(BY_RANK, PageRequest.of(1, null, null, null)));

        Connection<UUID> his = pages.page(
                bob, BY_RANK, noCondition(), PageRequest.of(10, cursor, null, null), row -> row.get(ENTRY.id));

        assertThat(his.nodes()).isEmpty();
        assertThat(his.totalCount()).isZero();
        assertThat(ends(his)).isEqualTo("start..end");
    }

    @ParameterizedTest
    @MethodSource("badCursors")
    void aCursorThatIsMalformedOrForeignIsRefusedByTheNameOfItsArgument(String cursor) {
        assertRefused(PageRequest.of(10, cursor, null, null), "after");
        assertRefused(PageRequest.of(null, null, 10, cursor), "before");
    }

    static Stream<String> badCursors() {
        Keyset<EntryTable.Row> byTime = Keyset.of(ENTRY, ENTRY.createdAt.asc(), ENTRY.id.asc());
        String id = UUID.randomUUID().toString();
        return Stream.of(
                "",
                "1",
                "not base64!",
                "eyJpZCI6MX0",
                encoded("00000000\0" + "1\0" + id),
                "x".repeat(100_000),
                like(BY_RANK, "1"),
                like(BY_RANK, "1", id, "more"),
                like(BY_RANK, "1", "1"),
                like(BY_RANK, "1", id + " "),
                like(BY_RANK, "1", "1-1-1-1-1"),
                like(BY_RANK, "one", id),
                like(BY_RANK, "+1", id),
                like(BY_RANK, "99999999999", id),
                like(byTime, "2026-01-01T00:00Z", id));
    }

    @Test
    void aMadeUpCursorOfNoRowIsAPlaceLikeAnyOther() {
        insert(3);
        Keyset<EntryTable.Row> byTime = Keyset.of(ENTRY, ENTRY.createdAt.asc(), ENTRY.id.asc());
        String beforeAll = like(byTime, "0001-01-01T00:00Z", new UUID(0, 0).toString());

        assertThat(page(byTime, PageRequest.of(10, beforeAll, null, null)).nodes())
                .hasSize(3);
    }

    @Test
    void aCursorOfATimeThatPostgresDoesNotKnowIsRefused() {
        Keyset<EntryTable.Row> byTime = Keyset.of(ENTRY, ENTRY.createdAt.asc(), ENTRY.id.asc());
        String id = UUID.randomUUID().toString();

        for (String time : List.of("-10000-01-01T00:00Z", "+999999999-12-31T23:59:59.999999999-18:00")) {
            assertThatExceptionOfType(RequestException.class)
                    .isThrownBy(() -> page(byTime, PageRequest.of(10, like(byTime, time, id), null, null)))
                    .withMessageContaining("'after'");
        }
    }

    @Test
    void anOrderThatCannotGiveEveryRowAPlaceIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Keyset.of(ENTRY, ENTRY.parentId.asc(), ENTRY.id.asc()))
                .withMessageContaining("nullable");
        assertThatIllegalArgumentException().isThrownBy(() -> Keyset.of(ENTRY)).withMessageContaining("at least");
    }

    /** Walks over all pages, and inserts rows before, among and after those that are still to come. */
    private List<UUID> walk(Keyset<EntryTable.Row> order, boolean backward) {
        List<UUID> seen = new ArrayList<>();
        @Nullable String cursor = null;
        boolean more = true;
        while (more) {
            Connection<UUID> page = page(order, new PageRequest(PageRequest.MAXIMUM, backward, cursor));
            seen.addAll(backward ? page.nodes().reversed() : page.nodes());
            cursor = backward ? start(page) : end(page);
            more = backward
                    ? page.pageInfo().hasPreviousPage()
                    : page.pageInfo().hasNextPage();
            if (seen.size() < MANY) {
                insert(10);
            }
        }
        return seen;
    }

    private Connection<UUID> page(Keyset<EntryTable.Row> order, PageRequest page) {
        return pages.page(ann, order, noCondition(), page, row -> row.get(ENTRY.id));
    }

    private Connection<Integer> children(UUID parent, PageRequest page) {
        ChildPage<UUID> key = new ChildPage<>(parent, page);
        return Objects.requireNonNull(
                pages.pages(ann, BY_RANK, ENTRY.parentId, noCondition(), Set.of(key), row -> row.get(ENTRY.rank))
                        .get(key));
    }

    private List<UUID> inOrder(Keyset<EntryTable.Row> order) {
        return subgraph.tenants()
                .read(
                        ann,
                        sql -> sql.selectFrom(ENTRY).orderBy(order.order(false)).fetch(ENTRY.id));
    }

    /** Rows with ranks and titles that many share. */
    private void insert(int rows) {
        subgraph.tenants().write(ann, transaction -> transaction.execute("""
                                insert into entry (workspace_id, id, title, rank)
                                select tenancy.workspace_id(), gen_random_uuid(), 'title ' || n % 7, n % 13
                                from generate_series(1, ?) as n
                                """, rows));
    }

    private void insert(UUID id, @Nullable UUID parent, int rank) {
        subgraph.tenants().write(ann, transaction -> transaction.execute("""
                                insert into entry (workspace_id, id, parent_id, title, rank)
                                values (tenancy.workspace_id(), ?, ?::uuid, 'title', ?)
                                """, id, parent, rank));
    }

    private void assertRefused(PageRequest request, String argument) {
        assertThatExceptionOfType(RequestException.class)
                .isThrownBy(() -> page(BY_RANK, request))
                .matches(refusal -> refusal.code() == ErrorCode.BAD_USER_INPUT)
                .matches(refusal -> argument.equals(refusal.extensions().get("field")))
                .withMessageContaining("'" + argument + "'");
    }

    private static String ends(Connection<?> page) {
        PageInfo info = page.pageInfo();
        return (info.hasPreviousPage() ? "more" : "start") + ".." + (info.hasNextPage() ? "more" : "end");
    }

    private static @Nullable String start(Connection<?> page) {
        return page.pageInfo().startCursor();
    }

    private static @Nullable String end(Connection<?> page) {
        return page.pageInfo().endCursor();
    }

    /** A cursor of this order with other values. */
    private static String like(Keyset<EntryTable.Row> order, String... values) {
        EntryTable.Row row = new EntryTable.Row();
        String real = new String(Base64.getUrlDecoder().decode(order.cursors().write(row)), StandardCharsets.UTF_8);
        return encoded(real.substring(0, real.indexOf('\0')) + "\0" + String.join("\0", values));
    }

    private static String encoded(String place) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(StandardCharsets.UTF_8));
    }
}
