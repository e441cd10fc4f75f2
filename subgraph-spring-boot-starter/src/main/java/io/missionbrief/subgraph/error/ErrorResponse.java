package io.missionbrief.subgraph.error;

import graphql.ExecutionResult;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.support.DefaultExecutionGraphQlResponse;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** Answers a request that is refused before it is executed, or before GraphQL sees it, in the shape of a GraphQL answer. */
public final class ErrorResponse {

    private final JsonMapper json;

    public ErrorResponse(JsonMapper json) {
        this.json = json;
    }

    /** The answer to a GraphQL request that holds nothing but the reason. */
    public static WebGraphQlResponse to(WebGraphQlRequest request, RequestException reason) {
        ExecutionResult result = ExecutionResult.newExecutionResult()
                .addError(ErrorEntry.of(reason))
                .build();
        return new WebGraphQlResponse(new DefaultExecutionGraphQlResponse(request.toExecutionInput(), result));
    }

    /** The body of an answer that holds nothing but the reason. */
    public static Map<String, Object> body(RequestException reason) {
        return Map.of("errors", List.of(ErrorEntry.of(reason).toSpecification()));
    }

    /** Answers with the status of the reason's code. */
    public void write(HttpServletResponse response, RequestException reason) throws IOException {
        write(response, reason.code().httpStatus(), reason);
    }

    /** Answers with a status that says more than that of the reason's code. */
    public void write(HttpServletResponse response, int status, RequestException reason) throws IOException {
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        json.writeValue(response.getOutputStream(), body(reason));
    }
}
