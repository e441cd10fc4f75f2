package io.missionbrief.subgraph.error;

import graphql.ExecutionResult;
import graphql.GraphqlErrorBuilder;
import java.util.HashMap;
import java.util.Map;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.support.DefaultExecutionGraphQlResponse;

/** Answers a GraphQL request that is refused before it is executed. */
public final class ErrorResponse {

    private ErrorResponse() {}

    /** The answer that holds nothing but the reason. */
    public static WebGraphQlResponse to(WebGraphQlRequest request, RequestException reason) {
        Map<String, Object> extensions = new HashMap<>(reason.extensions());
        extensions.put("code", reason.code().name());
        var error = GraphqlErrorBuilder.newError()
                .message(String.valueOf(reason.getMessage()))
                .extensions(extensions)
                .build();
        ExecutionResult result =
                ExecutionResult.newExecutionResult().addError(error).build();
        return new WebGraphQlResponse(new DefaultExecutionGraphQlResponse(request.toExecutionInput(), result));
    }
}
