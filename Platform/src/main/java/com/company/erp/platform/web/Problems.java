package com.company.erp.platform.web;

import com.company.erp.kernel.ErpException;
import com.company.erp.kernel.FieldProblem;
import com.company.erp.kernel.Forbidden;
import com.company.erp.kernel.InvalidInput;
import com.company.erp.kernel.NotFound;
import com.company.erp.kernel.Overloaded;
import com.company.erp.kernel.RuleViolation;
import com.company.erp.kernel.StaleDocument;
import com.company.erp.kernel.TooManyAttempts;
import com.company.erp.kernel.Unauthenticated;
import com.company.erp.platform.audit.Origin;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** Makes problem documents (RFC 9457), all of one shape: code, the fields that are wrong, and the trace id. */
public final class Problems {

    private Problems() {}

    public static ProblemDetail problem(HttpStatus status, String code, String detail, List<FieldProblem> errors) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("urn:erp:problem:" + code));
        problem.setTitle(status.getReasonPhrase());
        problem.setProperty("code", code);
        if (!errors.isEmpty()) problem.setProperty("errors", errors);
        problem.setProperty("traceId", Origin.current().requestId());
        return problem;
    }

    /** The code of a violated constraint: NotBlank becomes field.not_blank. */
    public static String fieldCode(@Nullable String constraint) {
        if (constraint == null) return "field.invalid";
        return "field." + constraint.replaceAll("(?<=[a-z])([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    static ResponseEntity<Object> of(ErpException e) {
        HttpStatus status = status(e);
        ProblemDetail problem = problem(status, e.code(), String.valueOf(e.getMessage()), e.problems());
        return answer(status, problem, retryAfter(e));
    }

    static ResponseEntity<Object> answer(HttpStatus status, ProblemDetail problem, @Nullable Duration retryAfter) {
        var answer = ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (retryAfter != null) answer.header(HttpHeaders.RETRY_AFTER, seconds(retryAfter));
        return answer.body(problem);
    }

    private static HttpStatus status(ErpException e) {
        return switch (e) {
            case NotFound n -> HttpStatus.NOT_FOUND;
            case InvalidInput i -> HttpStatus.UNPROCESSABLE_ENTITY;
            case RuleViolation r -> HttpStatus.CONFLICT;
            case Forbidden f -> HttpStatus.FORBIDDEN;
            case Unauthenticated u -> HttpStatus.UNAUTHORIZED;
            case StaleDocument s -> HttpStatus.PRECONDITION_FAILED;
            case TooManyAttempts t -> HttpStatus.TOO_MANY_REQUESTS;
            case Overloaded o -> HttpStatus.SERVICE_UNAVAILABLE;
        };
    }

    /** When asking again makes sense; null where it does not. */
    public static @Nullable Duration retryAfter(ErpException e) {
        if (e instanceof TooManyAttempts t) return t.retryAfter();
        return e instanceof Overloaded o ? o.retryAfter() : null;
    }

    /** A wait as the header Retry-After has it: whole seconds, one or more. */
    public static String seconds(Duration wait) {
        return Long.toString(Math.max(1, wait.plusMillis(999).toSeconds()));
    }
}
