package io.missionbrief.subgraph.graphql;

import graphql.ErrorClassification;
import graphql.ErrorType;
import graphql.ExecutionResult;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.introspection.GoodFaithIntrospection.BadFaithIntrospectionError;
import io.missionbrief.subgraph.error.ErrorCode;
import io.missionbrief.subgraph.error.ErrorEntry;
import io.missionbrief.subgraph.error.RequestException;
import io.missionbrief.subgraph.observability.RequestContext;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Gives the errors that the engine itself makes, such as those of validation, a code of the closed set. */
final class CodeOnEveryError implements WebGraphQlInterceptor, Ordered {

    private static final Logger log = LoggerFactory.getLogger(CodeOnEveryError.class);

    private final ObjectProvider<GraphQlSource> engine;

    CodeOnEveryError(ObjectProvider<GraphQlSource> engine) {
        this.engine = engine;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        return chain.next(request).map(this::coded);
    }

    private WebGraphQlResponse coded(WebGraphQlResponse response) {
        RequestContext request =
                response.getExecutionInput().getGraphQLContext().get(RequestContext.class);
        ExecutionResult result = response.getExecutionResult();
        if (result.getData() instanceof Publisher<?> events) {
            return response.transform(builder ->
                    builder.data(Flux.from(events).cast(ExecutionResult.class).map(event -> coded(event, request))));
        }
        return hasOnlyCodes(result)
                ? response
                : response.transform(builder -> builder.errors(coded(named(response), request)));
    }

    /** The errors of an answer, those about the values of the request replaced by others that name the fields. */
    private List<GraphQLError> named(WebGraphQlResponse response) {
        List<GraphQLError> errors = response.getExecutionResult().getErrors();
        long ofValues = errors.stream().filter(InputMistakes::isTold).count();
        List<GraphQLError> mistakes =
                ofValues == 0 ? List.of() : InputMistakes.of(engine.getObject().schema(), response.getExecutionInput());
        return mistakes.isEmpty()
                ? errors
                : Stream.concat(
                                errors.stream().filter(error -> !InputMistakes.isTold(error)),
                                mistakes.stream().limit(ofValues))
                        .toList();
    }

    private static ExecutionResult coded(ExecutionResult event, @Nullable RequestContext request) {
        return hasOnlyCodes(event)
                ? event
                : event.transform(builder -> builder.errors(coded(event.getErrors(), request)));
    }

    private static boolean hasOnlyCodes(ExecutionResult result) {
        return result.getErrors().stream().allMatch(CodeOnEveryError::hasCode);
    }

    private static List<GraphQLError> coded(List<GraphQLError> errors, @Nullable RequestContext request) {
        return errors.stream()
                .map(error -> hasCode(error) ? error : coded(error, request))
                .toList();
    }

    private static boolean hasCode(GraphQLError error) {
        return error.getExtensions() != null && error.getExtensions().get("code") != null;
    }

    private static GraphQLError coded(GraphQLError error, @Nullable RequestContext request) {
        ErrorCode code = code(error);
        GraphqlErrorBuilder<?> at = GraphqlErrorBuilder.newError().locations(error.getLocations());
        if (error.getPath() != null) {
            at.path(error.getPath());
        }
        if (code == ErrorCode.INTERNAL) {
            log.error("The engine failed: {}", error);
            return ErrorEntry.of(Errors.internal(request), at);
        }
        return ErrorEntry.of(new RequestException(code, error.getMessage()), at);
    }

    private static ErrorCode code(GraphQLError error) {
        if (error instanceof BadFaithIntrospectionError) {
            return ErrorCode.QUERY_TOO_COMPLEX;
        }
        ErrorClassification kind = error.getErrorType();
        if (kind instanceof ErrorType engine) {
            return switch (engine) {
                case InvalidSyntax, ValidationError, OperationNotSupported -> ErrorCode.BAD_USER_INPUT;
                case ExecutionAborted -> ErrorCode.SERVICE_UNAVAILABLE;
                case DataFetchingException, NullValueInNonNullableField -> ErrorCode.INTERNAL;
            };
        }
        if (kind instanceof org.springframework.graphql.execution.ErrorType web) {
            return switch (web) {
                case BAD_REQUEST -> ErrorCode.BAD_USER_INPUT;
                case UNAUTHORIZED -> ErrorCode.UNAUTHENTICATED;
                case FORBIDDEN -> ErrorCode.FORBIDDEN;
                case NOT_FOUND -> ErrorCode.NOT_FOUND;
                case INTERNAL_ERROR -> ErrorCode.INTERNAL;
            };
        }
        return ErrorCode.BAD_USER_INPUT;
    }
}
