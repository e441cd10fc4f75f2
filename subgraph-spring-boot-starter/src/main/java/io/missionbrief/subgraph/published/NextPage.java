package io.missionbrief.subgraph.published;

import io.missionbrief.subgraph.event.LogPosition;
import java.util.Set;
import org.springframework.web.util.UriComponentsBuilder;

/** Where a reader goes on. */
final class NextPage {

    private NextPage() {}

    /** The value of a header {@code Link}, relative to the address that was asked. */
    static String link(LogPosition after, Set<String> types, String wait) {
        String target = UriComponentsBuilder.fromPath("/events")
                .queryParam("after", after)
                .queryParam("type", types)
                .queryParam("wait", wait)
                .encode()
                .toUriString();
        return "<" + target + ">; rel=\"next\"";
    }
}
