package io.missionbrief.subgraph.graphql;

import io.missionbrief.subgraph.error.ErrorCode;
import io.missionbrief.subgraph.error.ErrorResponse;
import io.missionbrief.subgraph.error.RequestException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses a body that is too long, also one that does not say beforehand how long it is. */
final class BodyLimit extends OncePerRequestFilter {

    private final int most;
    private final ErrorResponse errors;

    /** @param most bytes */
    BodyLimit(int most, ErrorResponse errors) {
        this.most = most;
        this.errors = errors;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > most) {
            refuse(response);
        } else if (request.getContentLengthLong() >= 0 || !request.getMethod().equals("POST")) {
            chain.doFilter(request, response);
        } else {
            doFilterUnannounced(request, response, chain);
        }
    }

    private void doFilterUnannounced(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        byte[] body = request.getInputStream().readNBytes(most + 1);
        if (body.length > most) {
            refuse(response);
        } else {
            chain.doFilter(new BufferedRequest(request, body), response);
        }
    }

    private void refuse(HttpServletResponse response) throws IOException {
        // The rest of the body is not read.
        response.setHeader("connection", "close");
        errors.write(
                response,
                HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE,
                new RequestException(
                        ErrorCode.QUERY_TOO_COMPLEX,
                        "The request's body is longer than " + most + " bytes: send it in parts"));
    }
}
