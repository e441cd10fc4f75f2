package io.missionbrief.subgraph.graphql;

import graphql.language.Document;
import graphql.schema.GraphQLSchema;
import io.missionbrief.subgraph.error.ErrorCode;
import io.missionbrief.subgraph.error.RequestException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Refuses documents and operations that would take more than their share. */
final class QueryLimits {

    private final GraphQlSettings settings;

    QueryLimits(GraphQlSettings settings) {
        this.settings = settings;
    }

    /** @throws RequestException QUERY_TOO_COMPLEX that says which limit was passed, and by how much */
    void checkShape(Document document) {
        DocumentShape.Measure shape = DocumentShape.of(document);
        check("fields below one another", shape.depth(), settings.maxDepth());
        check("aliases", shape.aliases(), settings.maxAliases());
        check("fields at the root of an operation", shape.fields(), settings.maxRootFields());
        check("values in a list", LongestList.in(document), settings.maxListSize());
    }

    /** @throws RequestException as {@link #checkShape} */
    void checkCost(GraphQLSchema schema, Document document, @Nullable String operation, Map<String, Object> variables) {
        check(
                "fields to answer, each list counted with all rows it may have",
                OperationCost.of(schema, document, operation, variables),
                settings.maxCost());
    }

    /** For a document that was given up while it was read. */
    RequestException tooLong() {
        return new RequestException(
                ErrorCode.QUERY_TOO_COMPLEX,
                "The document is too long or nested too deeply: at most " + settings.maxTokens()
                        + " names, signs and values are read; send it in parts");
    }

    /** For an answer that was given up while it was made. */
    RequestException tooMuchToAnswer() {
        return new RequestException(
                ErrorCode.QUERY_TOO_COMPLEX,
                "The answer would have more than " + settings.maxAnswer()
                        + " fields and rows: ask for less, or in parts",
                Map.of("limit", settings.maxAnswer()));
    }

    private static void check(String what, long present, long most) {
        if (present > most) {
            throw new RequestException(
                    ErrorCode.QUERY_TOO_COMPLEX,
                    "The query has " + present + " " + what + ", " + most + " are the most: ask for less, or in parts",
                    Map.of("limit", most, "actual", present));
        }
    }
}
