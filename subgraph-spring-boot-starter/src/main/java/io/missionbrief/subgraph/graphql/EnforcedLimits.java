package io.missionbrief.subgraph.graphql;

import graphql.ExecutionResult;
import graphql.execution.ResultNodesInfo;
import graphql.execution.instrumentation.DocumentAndVariables;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimpleInstrumentationContext;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationCreateStateParameters;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;
import graphql.execution.instrumentation.parameters.InstrumentationFieldCompleteParameters;
import graphql.language.Document;
import graphql.parser.exceptions.ParseCancelledException;
import graphql.parser.exceptions.ParseCancelledTooDeepException;
import graphql.parser.exceptions.ParseCancelledTooManyCharsException;
import io.missionbrief.subgraph.error.ErrorEntry;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Stands between reading a document and validating it, which happens only for documents that are not kept yet, and behind
 * the making of each answer.
 */
final class EnforcedLimits extends SimplePerformantInstrumentation {

    private final QueryLimits limits;

    EnforcedLimits(QueryLimits limits) {
        this.limits = limits;
    }

    /** The count of the answer that is being made: that of an operation, or of one event of a subscription. */
    private static final class Count implements InstrumentationState {

        private volatile @Nullable ResultNodesInfo answer;
    }

    @Override
    public InstrumentationState createState(InstrumentationCreateStateParameters parameters) {
        return new Count();
    }

    @Override
    public @Nullable InstrumentationContext<Object> beginFieldCompletion(
            InstrumentationFieldCompleteParameters parameters, @Nullable InstrumentationState state) {
        if (state instanceof Count count) {
            count.answer = parameters.getExecutionContext().getResultNodesInfo();
        }
        return null;
    }

    /** The engine has left out what was too much, without a word; an answer with holes is none. */
    @Override
    public CompletableFuture<ExecutionResult> instrumentExecutionResult(
            ExecutionResult result,
            InstrumentationExecutionParameters parameters,
            @Nullable InstrumentationState state) {
        ResultNodesInfo answer = state instanceof Count count ? count.answer : null;
        return CompletableFuture.completedFuture(
                answer != null && answer.isMaxResultNodesExceeded()
                        ? ExecutionResult.newExecutionResult()
                                .addError(ErrorEntry.of(limits.tooMuchToAnswer()))
                                .build()
                        : result);
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
