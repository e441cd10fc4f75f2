package io.missionbrief.broker.http;

import com.sun.net.httpserver.Headers;
import java.util.Optional;

/**
 * A request of an AWS SDK, read to its end.
 *
 * @param method such as {@code POST}
 * @param path path and query as they were sent
 * @param headers names without regard to case
 * @param body may be empty
 */
public record Request(String method, String path, Headers headers, String body) {

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.getFirst(name));
    }
}
