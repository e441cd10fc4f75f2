package io.missionbrief.plans;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionbrief.subgraph.test.GraphQlCaller;
import io.missionbrief.subgraph.test.SubgraphTest;
import io.missionbrief.subgraph.test.TestIssuer;
import io.missionbrief.subgraph.test.TestToken;
import io.missionbrief.subgraph.test.event.EventSchemas;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The log as other subgraphs read it over HTTP. */
@SubgraphTest("plans")
class PublishedEventsTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern NEXT = Pattern.compile("<(.+)>; rel=\"next\"");
    private static final TestToken SERVICE =
            TestIssuer.shared().token().user("service:subgraph-offers").scopes("events:read");

    private final PlansClient client;
    private final GraphQlCaller anybody;
    private final GraphQlCaller service;

    PublishedEventsTest(@LocalServerPort int port) {
        this.client = PlansClient.inNewWorkspace(port);
        this.anybody = GraphQlCaller.at(port);
        this.service = anybody.as(SERVICE);
    }

    @Test
    void anEventIsACloudEvent() {
        JsonNode plan = client.createPlan("GOLD");

        JsonNode event = awaitEvents("/events?type=Plan.Created").getLast();

        EventSchemas.of("plans").assertMatches(event);
        assertThat(event.path("specversion").asString()).isEqualTo("1.0");
        assertThat(event.path("source").asString()).isEqualTo("/missionbrief/plans");
        assertThat(event.path("type").asString()).isEqualTo("Plan.Created");
        assertThat(event.path("subject").asString()).isEqualTo(plan.path("id").asString());
        assertThat(event.path("datacontenttype").asString()).isEqualTo("application/json");
        assertThat(event.path("dataschema").asString()).isEqualTo("urn:missionbrief:plans:Plan.Created");
        assertThat(event.path("workspaceid").asString())
                .isEqualTo(client.workspace().value());
        assertThat(event.path("lane").asString()).isEqualTo("NORMAL");
        assertThat(event.path("requestid").asString()).isNotEmpty();
        assertThat(event.path("traceparent").asString()).startsWith("00-");
        assertThat(event.at("/data/actor").asString()).isEqualTo(client.actor().userId());
        assertThat(event.at("/data/objectVersion").asInt()).isEqualTo(1);
        assertThat(event.at("/data/state/code").asString()).isEqualTo("GOLD");
        assertThat(event.path("data").has("changes")).isFalse();
        assertThat(event.path("data").has("personal")).isFalse();
    }

    @Test
    void thePagesHoldEachEventOnceAndInOrder() {
        client.createPlan("GOLD");
        awaitEvents("/events?type=Plan.Created");

        List<JsonNode> events = new ArrayList<>();
        Page page = read("/events");
        while (!page.events().isEmpty()) {
            events.addAll(page.events());
            page = read(page.next());
        }

        assertThat(events.stream().map(event -> event.path("position").asLong()).toList())
                .isEqualTo(LongStream.rangeClosed(1, events.size()).boxed().toList());
        assertThat(events.stream().map(event -> event.path("epoch").asString()))
                .containsOnly(events.getFirst().path("epoch").asString());
    }

    @Test
    void anEventIsReadByItsPosition() {
        client.createPlan("GOLD");
        JsonNode event = awaitEvents("/events?type=Plan.Created").getLast();
        String position =
                event.path("epoch").asString() + "." + event.path("position").asString();

        HttpResponse<String> answer = service.get("/events/" + position);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/cloudevents+json"));
        assertThat(JSON.readTree(answer.body())).isEqualTo(event);
        assertThat(service.get("/events/" + event.path("epoch").asString() + ".0")
                        .statusCode())
                .isEqualTo(404);
        assertThat(service.get("/events/first").statusCode()).isEqualTo(400);
        assertThat(anybody.as(SERVICE.scopes("plans:read"))
                        .get("/events/" + position)
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void whoWaitsIsAnsweredAsSoonAsThereIsAnEvent() {
        String end = end();
        CompletableFuture<Page> waiting = CompletableFuture.supplyAsync(() -> read(end + "&wait=30"));

        client.createPlan("GOLD");

        assertThat(waiting)
                .succeedsWithin(Duration.ofSeconds(15))
                .satisfies(page -> assertThat(page.events()).isNotEmpty());
    }

    @Test
    void atTheEndThePageIsEmptyAndLeadsToItself() {
        Awaitility.await().untilAsserted(() -> {
            String end = end();
            Page page = read(end);
            assertThat(page.events()).isEmpty();
            assertThat(withoutWait(page)).isEqualTo(end);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "after=yesterday,        after",
        "after=0123456789ab.-1,  after",
        "type=plan,              type",
        "wait=31,                wait",
        "wait=long,              wait",
    })
    void aMalformedParameterIsNamed(String parameter, String field) {
        HttpResponse<String> answer = service.get("/events?" + parameter);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(error(answer).at("/extensions/code").asString()).isEqualTo("BAD_USER_INPUT");
        assertThat(error(answer).at("/extensions/field").asString()).isEqualTo(field);
    }

    @Test
    void aPositionOfAnotherHistoryIsAGapThatIsTold() {
        HttpResponse<String> answer = service.get("/events?after=0123456789ab.1");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(error(answer).at("/extensions/code").asString()).isEqualTo("CONFLICT");
        assertThat(error(answer).at("/extensions/reason").asString()).isEqualTo("GAP");
    }

    @Test
    void aPositionBehindTheEndIsAGapThatIsTold() {
        client.createPlan("GOLD");
        String epoch =
                awaitEvents("/events?type=Plan.Created").getLast().path("epoch").asString();

        HttpResponse<String> answer = service.get("/events?after=" + epoch + ".999999999");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(error(answer).at("/extensions/reason").asString()).isEqualTo("GAP");
    }

    @Test
    void onlyServicesOfNoWorkspaceWithTheScopeReadIt() {
        assertThat(anybody.get("/events").statusCode()).isEqualTo(401);
        assertForbidden(SERVICE.user("0199b1f0-0000-7000-8000-000000000001"));
        assertForbidden(SERVICE.scopes("plans:read"));
        assertForbidden(SERVICE.workspace(client.workspace().value()));
    }

    private void assertForbidden(TestToken token) {
        HttpResponse<String> answer = anybody.as(token).get("/events");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(error(answer).at("/extensions/code").asString()).isEqualTo("FORBIDDEN");
    }

    /** Of this test's workspace, as soon as there are some. */
    private List<JsonNode> awaitEvents(String path) {
        return Awaitility.await().until(() -> ownEvents(path), events -> !events.isEmpty());
    }

    private List<JsonNode> ownEvents(String path) {
        List<JsonNode> own = new ArrayList<>();
        Page page = read(path);
        while (!page.events().isEmpty()) {
            page.events().stream()
                    .filter(event -> event.path("workspaceid")
                            .asString()
                            .equals(client.workspace().value()))
                    .forEach(own::add);
            page = read(page.next());
        }
        return own;
    }

    /** The address behind the last event that there is now. */
    private String end() {
        Page page = read("/events");
        while (!page.events().isEmpty()) {
            page = read(page.next());
        }
        return withoutWait(page);
    }

    private static String withoutWait(Page page) {
        return page.next().replaceAll("&wait=\\d+", "");
    }

    private Page read(String path) {
        HttpResponse<String> answer = service.get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/cloudevents-batch+json"));
        Matcher link = NEXT.matcher(answer.headers().firstValue("link").orElseThrow());
        assertThat(link.matches()).isTrue();
        return new Page(List.copyOf(JSON.readTree(answer.body()).values()), link.group(1));
    }

    private static JsonNode error(HttpResponse<String> answer) {
        return JSON.readTree(answer.body()).at("/errors/0");
    }

    private record Page(List<JsonNode> events, String next) {}
}
