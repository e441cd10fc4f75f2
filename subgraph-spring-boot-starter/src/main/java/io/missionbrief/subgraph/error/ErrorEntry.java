package io.missionbrief.subgraph.error;

import graphql.ErrorClassification;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes every entry of {@code errors[]} that tells of a {@link RequestException}, wherever it arose. */
public final class ErrorEntry {

    private ErrorEntry() {}

    /** An entry that points at nothing in the document. */
    public static GraphQLError of(RequestException reason) {
        return of(reason, GraphqlErrorBuilder.newError());
    }

    /** An entry that points at what the builder has been given. */
    public static GraphQLError of(RequestException reason, GraphqlErrorBuilder<?> at) {
        Map<String, Object> extensions = new LinkedHashMap<>(reason.extensions());
        extensions.put("code", reason.code().name());
        return at.message(String.valueOf(reason.getMessage()))
                .errorType(ErrorClassification.errorClassification(reason.code().name()))
                .extensions(extensions)
                .build();
    }
}
