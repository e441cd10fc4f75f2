package io.missionbrief.subgraph.graphql;

import graphql.GraphqlErrorBuilder;
import io.missionbrief.subgraph.error.RequestException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** Writes the answer to a request that did not get as far as GraphQL, in the shape of a GraphQL answer. */
final class ErrorResponse {

    private final JsonMapper json;

    ErrorResponse(JsonMapper json) {
        this.json = json;
    }

    void write(HttpServletResponse response, int status, RequestException reason) throws IOException {
        var error = Errors.of(reason, GraphqlErrorBuilder.newError()).toSpecification();
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        json.writeValue(response.getOutputStream(), Map.of("errors", List.of(error)));
    }
}
