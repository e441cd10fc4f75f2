package io.missionbrief.subgraph.graphql;

import graphql.execution.instrumentation.DocumentAndVariables;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimpleInstrumentationContext;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;
import graphql.language.Document;
import graphql.parser.exceptions.ParseCancelledException;
import graphql.parser.exceptions.ParseCancelledTooDeepException;
import graphql.parser.exceptions.ParseCancelledTooManyCharsException;
import org.jspecify.annotations.Nullable;

/** Stands between reading a document and validating it. Called only for documents that are not kept yet. */
final class ShapeCheck extends SimplePerformantInstrumentation {

    private final QueryLimits limits;

    ShapeCheck(QueryLimits limits) {
        this.limits = limits;
    }

    @Override
    public InstrumentationContext<Document> beginParse(
            InstrumentationExecutionParameters parameters, @Nullable InstrumentationState state) {
        return SimpleInstrumentationContext.whenCompleted((document, failure) -> {
            if (isGivenUp(failure)) {
                throw limits.tooLong();
            }
        });
    }

    @Override
    public DocumentAndVariables instrumentDocumentAndVariables(
            DocumentAndVariables request,
            InstrumentationExecutionParameters parameters,
            @Nullable InstrumentationState state) {
        limits.checkShape(request.getDocument());
        return request;
    }

    private static boolean isGivenUp(@Nullable Throwable failure) {
        return failure instanceof ParseCancelledException
                || failure instanceof ParseCancelledTooDeepException
                || failure instanceof ParseCancelledTooManyCharsException;
    }
}
