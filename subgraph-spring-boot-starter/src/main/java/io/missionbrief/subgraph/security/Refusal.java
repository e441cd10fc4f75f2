package io.missionbrief.subgraph.security;

import io.missionbrief.subgraph.error.ErrorCode;
import io.missionbrief.subgraph.error.ErrorResponse;
import io.missionbrief.subgraph.error.RequestException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import tools.jackson.databind.json.JsonMapper;

/** Answers a request that is refused before GraphQL sees it, in the shape of a GraphQL answer. */
final class Refusal implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final ErrorResponse answers;

    Refusal(JsonMapper json) {
        this.answers = new ErrorResponse(json);
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException exception)
            throws IOException {
        answer(response, exception instanceof RefusedException refused ? refused.reason() : noToken());
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException exception)
            throws IOException {
        answer(response, new RequestException(ErrorCode.FORBIDDEN, "This address is not open to the token"));
    }

    private void answer(HttpServletResponse response, RequestException reason) throws IOException {
        if (reason.code() == ErrorCode.UNAUTHENTICATED) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        answers.write(response, reason);
    }

    private static RequestException noToken() {
        return new RequestException(
                ErrorCode.UNAUTHENTICATED,
                "The request has no token that can be read: send the header 'Authorization: Bearer <token>'");
    }
}
