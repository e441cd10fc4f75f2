package io.missionbrief.subgraph.graphql;

import io.missionbrief.subgraph.error.ErrorCode;
import io.missionbrief.subgraph.error.ErrorResponse;
import io.missionbrief.subgraph.error.RequestException;
import io.missionbrief.subgraph.observability.RequestContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.HttpMediaTypeException;
import org.springframework.web.server.ServerWebInputException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** Answers a request to the GraphQL endpoint that is none, such as one whose body is not JSON. */
final class UnreadableRequest implements HandlerExceptionResolver, Ordered {

    private static final Logger log = LoggerFactory.getLogger(UnreadableRequest.class);

    private final String path;
    private final ErrorResponse errors;

    UnreadableRequest(String path, ErrorResponse errors) {
        this.path = path;
        this.errors = errors;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        if (!request.getRequestURI().equals(path) || response.isCommitted()) {
            return null;
        }
        try {
            answer(response, failure);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ModelAndView();
    }

    private void answer(HttpServletResponse response, Exception failure) throws IOException {
        switch (failure) {
            case HttpMessageNotReadableException _, ServerWebInputException _ ->
                errors.write(
                        response,
                        HttpServletResponse.SC_BAD_REQUEST,
                        new RequestException(
                                ErrorCode.BAD_USER_INPUT,
                                "The body is not a GraphQL request: send JSON with 'query' and, where needed, 'variables'"));
            case HttpMediaTypeException _ ->
                errors.write(
                        response,
                        HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE,
                        new RequestException(
                                ErrorCode.BAD_USER_INPUT, "Send and accept JSON: content-type: application/json"));
            default -> {
                log.error("A request failed", failure);
                errors.write(
                        response,
                        HttpServletResponse.SC_INTERNAL_SERVER_ERROR,
                        Errors.internal(RequestContext.current()));
            }
        }
    }
}
