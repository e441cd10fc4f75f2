package io.missionbrief.subgraph.graphql;

import graphql.ExecutionInput;
import graphql.GraphQLContext;
import graphql.execution.ResultNodesInfo;
import graphql.execution.UnknownOperationException;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.execution.preparsed.PreparsedDocumentProvider;
import graphql.introspection.Introspection;
import graphql.parser.ParserOptions;
import graphql.schema.GraphQLSchema;
import io.missionbrief.subgraph.error.ErrorEntry;
import io.missionbrief.subgraph.error.RequestException;
import io.missionbrief.subgraph.security.Actor;
import io.missionbrief.subgraph.security.WorkspaceId;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Finds the document of a request, read before or now, and refuses what goes beyond the limits. */
final class CheckedDocuments implements PreparsedDocumentProvider {

    private final DocumentCache documents;
    private final QueryLimits queries;
    private final InputLimits inputs;
    private final ParserOptions parser;
    private final boolean introspection;
    private final int maxAnswer;
    private final Supplier<GraphQLSchema> schema;

    /** @param schema what the documents are about; asked for at the first request, when it is there */
    CheckedDocuments(GraphQlSettings settings, QueryLimits queries, Supplier<GraphQLSchema> schema) {
        this.documents = new DocumentCache(settings.documentsPerWorkspace(), settings.documentsInAll());
        this.queries = queries;
        this.inputs = new InputLimits(settings.maxListSize());
        this.parser = ParserOptions.getDefaultOperationParserOptions()
                .transform(options -> options.maxTokens(settings.maxTokens()));
        this.introspection = settings.introspection();
        this.maxAnswer = settings.maxAnswer();
        this.schema = schema;
    }

    @Override
    public CompletableFuture<PreparsedDocumentEntry> getDocumentAsync(
            ExecutionInput request, Function<ExecutionInput, PreparsedDocumentEntry> read) {
        GraphQLContext context = request.getGraphQLContext();
        context.put(ParserOptions.class, parser);
        context.put(Introspection.INTROSPECTION_DISABLED, !introspection);
        context.put(ResultNodesInfo.MAX_RESULT_NODES, maxAnswer);
        try {
            inputs.check(request.getRawVariables().toMap());
            PreparsedDocumentEntry entry =
                    documents.get(workspace(context), request.getQuery(), () -> read(request, read));
            checkCost(entry, request);
            return CompletableFuture.completedFuture(entry);
        } catch (RequestException refusal) {
            return CompletableFuture.completedFuture(new PreparsedDocumentEntry(ErrorEntry.of(refusal)));
        }
    }

    private PreparsedDocumentEntry read(ExecutionInput request, Function<ExecutionInput, PreparsedDocumentEntry> read) {
        inputs.checkText(request.getQuery());
        return read.apply(request);
    }

    private void checkCost(PreparsedDocumentEntry entry, ExecutionInput request) {
        if (entry.hasErrors()) {
            return;
        }
        try {
            queries.checkCost(
                    schema.get(),
                    entry.getDocument(),
                    request.getOperationName(),
                    request.getRawVariables().toMap());
        } catch (UnknownOperationException e) {
            // The engine says it in its own words; what it does not execute costs nothing.
        }
    }

    private static String workspace(GraphQLContext context) {
        Actor actor = context.get(Actor.class);
        @Nullable WorkspaceId workspace = actor == null ? null : actor.workspace();
        return workspace == null ? "" : workspace.value();
    }
}
