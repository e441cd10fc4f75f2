package io.missionbrief.subgraph.security;

import io.missionbrief.subgraph.error.RequestException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An answer that consists of one error, in the shape of GraphQL's. */
record ErrorBody(List<Entry> errors) {

    static ErrorBody of(RequestException exception) {
        Map<String, Object> extensions = new LinkedHashMap<>();
        extensions.put("code", exception.code());
        extensions.putAll(exception.extensions());
        return new ErrorBody(List.of(new Entry(String.valueOf(exception.getMessage()), extensions)));
    }

    record Entry(String message, Map<String, Object> extensions) {}
}
