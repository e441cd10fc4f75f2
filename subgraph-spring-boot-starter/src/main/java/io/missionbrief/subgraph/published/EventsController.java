package io.missionbrief.subgraph.published;

import io.missionbrief.subgraph.error.ErrorCode;
import io.missionbrief.subgraph.error.RequestException;
import io.missionbrief.subgraph.event.EventPages;
import io.missionbrief.subgraph.event.EventPages.Page;
import io.missionbrief.subgraph.event.EventType;
import io.missionbrief.subgraph.event.LogPosition;
import io.missionbrief.subgraph.event.LoggedEvent;
import io.missionbrief.subgraph.security.Actor;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The log as a feed for other subgraphs, to build up or rebuild what they keep of this one's objects. The next page is
 * where the {@code Link} of the answer leads (RFC 8288).
 */
@Controller
final class EventsController {

    /** A scope that no role gives: for services alone. */
    static final String SCOPE = "events:read";

    /** How many pages one request looks through for events of its types. */
    private static final int MOST_PAGES = 10;

    private static final String CLOUD_EVENT = "application/cloudevents+json";
    private static final String BATCH_OF_CLOUD_EVENTS = "application/cloudevents-batch+json";

    private final EventPages pages;
    private final PublishedEvents published;
    private final PollsInHand polls;

    EventsController(EventPages pages, PublishedEvents published, PollsInHand polls) {
        this.pages = pages;
        this.published = published;
        this.polls = polls;
    }

    /**
     * Answers at most 500 events of all workspaces; none when there are none, or none of the types in a part of the log.
     *
     * @param after as {@code <epoch>.<position>} of the last event that was read; left out for the beginning of the log
     * @param type brings only events of these types
     * @param wait seconds to wait for an event when there is none yet
     */
    @GetMapping("/events")
    void events(
            Actor actor,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "") Set<String> type,
            @RequestParam(defaultValue = "0") String wait,
            HttpServletResponse response)
            throws IOException {
        requireService(actor);
        LogPosition place = after == null ? null : LogPosition.parse("after", after);
        var patience = Patience.parse(wait);
        type.forEach(EventsController::requireType);
        try (PollsInHand.Place inHand = polls.take()) {
            Page page = read(place, type, patience, inHand);
            response.setContentType(BATCH_OF_CLOUD_EVENTS);
            response.setHeader(HttpHeaders.LINK, NextPage.link(page.next(), type, wait));
            write(wanted(page, type), response.getOutputStream());
        }
    }

    /**
     * Answers one event, which was too large to be sent as a whole.
     *
     * @param at as {@code <epoch>.<position>}
     */
    @GetMapping("/events/{at}")
    void event(Actor actor, @PathVariable String at, HttpServletResponse response) throws IOException {
        requireService(actor);
        LoggedEvent event = pages.at(LogPosition.parse("at", at));
        if (event == null) {
            throw new RequestException(ErrorCode.NOT_FOUND, "There is no event at this position");
        }
        response.setContentType(CLOUD_EVENT);
        response.getOutputStream().write(published.write(event));
    }

    private Page read(@Nullable LogPosition place, Set<String> types, Patience patience, PollsInHand.Place inHand) {
        Page page = pages.after(place);
        for (int read = 1; read < MOST_PAGES && wanted(page, types).isEmpty(); read++) {
            if (!page.isFull() && !awaitMore(page, patience, inHand)) {
                return page;
            }
            page = pages.after(page.next());
        }
        return page;
    }

    /** Who waits holds nothing in memory, and takes no place. */
    private boolean awaitMore(Page page, Patience patience, PollsInHand.Place inHand) {
        inHand.letGo();
        boolean more = pages.awaitMore(page.next(), patience.left());
        inHand.takeAgain();
        return more;
    }

    private static List<LoggedEvent> wanted(Page page, Set<String> types) {
        return types.isEmpty()
                ? page.events()
                : page.events().stream()
                        .filter(event -> types.contains(event.type()))
                        .toList();
    }

    private void write(List<LoggedEvent> events, OutputStream body) throws IOException {
        body.write('[');
        boolean first = true;
        for (LoggedEvent event : events) {
            if (!first) {
                body.write(',');
            }
            first = false;
            body.write(published.write(event));
        }
        body.write(']');
    }

    private static void requireType(String type) {
        if (!EventType.isValid(type)) {
            throw RequestException.badUserInput("type", "type is the name of an event, such as Lead.StatusChange");
        }
    }

    private static void requireService(Actor actor) {
        if (!actor.isService() || actor.workspace() != null || !actor.has(SCOPE)) {
            throw new RequestException(
                    ErrorCode.FORBIDDEN,
                    "Events of all workspaces are for services: ask the issuer for a token with the scope " + SCOPE
                            + ", by client credentials and for no workspace");
        }
    }
}
