package io.missionbrief.subgraph.security;

import io.missionbrief.subgraph.error.ErrorResponse;
import io.missionbrief.subgraph.error.RequestException;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers a {@link RequestException} of a plain HTTP endpoint with its code and status. */
@RestControllerAdvice
final class RequestExceptionAnswer {

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> answer(RequestException exception) {
        return ResponseEntity.status(exception.code().httpStatus())
                .contentType(MediaType.APPLICATION_JSON)
                .body(ErrorResponse.body(exception));
    }
}
