package io.missionbrief.subgraph.observability;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Names each HTTP request before anything else sees it, and tells the client the name, whatever becomes of the request. */
final class RequestNameFilter extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        RequestContext context = new RequestContext(
                RequestId.of(request.getHeader(RequestId.HEADER)),
                Traceparent.of(request.getHeader(Traceparent.HEADER)),
                null);
        response.setHeader(RequestId.HEADER, context.requestId());
        RequestContextAccessor.bind(context);
        try {
            chain.doFilter(request, response);
        } finally {
            RequestContextAccessor.unbind();
        }
    }
}
