package com.company.erp.platform.web;

import com.company.erp.kernel.ErpException;
import com.company.erp.kernel.FieldProblem;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.util.DisconnectedClientHelper;

/**
 * Turns whatever went wrong into a problem document; what nobody foresaw becomes a 500 with a reference for the log.
 */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);
    private static final Duration SHORTLY = Duration.ofSeconds(2);

    @ExceptionHandler
    ResponseEntity<Object> refused(ErpException e) {
        return Problems.of(e);
    }

    @ExceptionHandler
    ResponseEntity<Object> stale(OptimisticLockingFailureException e) {
        return refusal(
                HttpStatus.PRECONDITION_FAILED, "record.stale", "The record was changed by somebody else.", List.of());
    }

    @ExceptionHandler
    ResponseEntity<Object> locked(CannotAcquireLockException e) {
        var problem = Problems.problem(
                HttpStatus.CONFLICT,
                "record.busy",
                "The record is being changed by somebody else; try again.",
                List.of());
        return Problems.answer(HttpStatus.CONFLICT, problem, SHORTLY);
    }

    @ExceptionHandler
    ResponseEntity<Object> noDatabase(CannotCreateTransactionException e) {
        return noDatabase(e.getMostSpecificCause());
    }

    private static ResponseEntity<Object> noDatabase(Throwable cause) {
        LOG.warn("No database connection: {}", cause.getMessage());
        var problem = Problems.problem(
                HttpStatus.SERVICE_UNAVAILABLE, "service.unavailable", "The database cannot be reached.", List.of());
        return Problems.answer(HttpStatus.SERVICE_UNAVAILABLE, problem, SHORTLY);
    }

    @ExceptionHandler
    ResponseEntity<Object> database(DataAccessException e) {
        return refusedByDatabase(e);
    }

    /** What the database refuses at commit arrives wrapped. */
    @ExceptionHandler
    ResponseEntity<Object> commit(TransactionSystemException e) {
        return refusedByDatabase(e);
    }

    private ResponseEntity<Object> refusedByDatabase(Exception e) {
        ErpException refusal = DatabaseRefusal.of(e);
        if (refusal != null) return Problems.of(refusal);
        return DatabaseRefusal.isLost(e) ? noDatabase(e) : unforeseen(e);
    }

    @ExceptionHandler
    ResponseEntity<Object> tooLarge(TooLarge e) {
        return refusal(HttpStatus.PAYLOAD_TOO_LARGE, "request.too_large", "The request is too large.", List.of());
    }

    @ExceptionHandler
    ResponseEntity<Object> tooSlow(TooSlow e) {
        return refusal(HttpStatus.REQUEST_TIMEOUT, "request.too_slow", "The request came too slowly.", List.of());
    }

    @ExceptionHandler
    ResponseEntity<Object> unforeseen(Exception e) {
        if (DisconnectedClientHelper.isClientDisconnectedException(e)) {
            return refusal(HttpStatus.BAD_REQUEST, "request.incomplete", "The request broke off.", List.of());
        }
        LOG.error("Unforeseen: {}", e.toString(), e);
        return refusal(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "service.failure",
                "Something went wrong here. The log has the details under the trace id.",
                List.of());
    }

    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (e.getMostSpecificCause() instanceof TooLarge large) return tooLarge(large);
        if (e.getMostSpecificCause() instanceof TooSlow slow) return tooSlow(slow);
        if (e.getCause() instanceof ValueInstantiationException v && v.getCause() instanceof ErpException refusal) {
            return Problems.of(refusal);
        }
        if (e.getCause() instanceof UnrecognizedPropertyException unknown) {
            return invalid(new FieldProblem(path(unknown), "field.unknown", "There is no such field."));
        }
        if (e.getCause() instanceof MismatchedInputException mismatch) {
            return invalid(new FieldProblem(path(mismatch), "field.malformed", said(mismatch)));
        }
        if (e.getCause() instanceof StreamConstraintsException) {
            return refusal(
                    HttpStatus.BAD_REQUEST,
                    "json.excessive",
                    "The JSON is too deep or has too long values.",
                    List.of());
        }
        if (e.getCause() instanceof JsonMappingException mapping
                && !(e.getRootCause() instanceof java.io.IOException)) {
            return invalid(new FieldProblem(path(mapping), "field.malformed", "The value cannot be read."));
        }
        return refusal(HttpStatus.BAD_REQUEST, "json.malformed", "The body is not well-formed JSON.", List.of());
    }

    @Override
    protected ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return invalid(e.getBindingResult().getAllErrors().stream()
                .map(error -> new FieldProblem(
                        error instanceof FieldError f ? f.getField() : error.getObjectName(),
                        error instanceof FieldError f && f.isBindingFailure()
                                ? "field.malformed"
                                : Problems.fieldCode(error.getCode()),
                        error instanceof FieldError f && f.isBindingFailure()
                                ? "The value cannot be read."
                                : String.valueOf(error.getDefaultMessage())))
                .toArray(FieldProblem[]::new));
    }

    @Override
    protected ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return invalid(e.getParameterValidationResults().stream()
                .flatMap(result -> result.getResolvableErrors().stream()
                        .map(error -> new FieldProblem(
                                error instanceof FieldError f
                                        ? f.getField()
                                        : String.valueOf(
                                                result.getMethodParameter().getParameterName()),
                                "field.invalid",
                                String.valueOf(error.getDefaultMessage()))))
                .toArray(FieldProblem[]::new));
    }

    @Override
    protected ResponseEntity<Object> handleMissingServletRequestParameter(
            MissingServletRequestParameterException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return invalid(new FieldProblem(e.getParameterName(), "parameter.missing", "This parameter is needed."));
    }

    @Override
    protected ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof ErpException refusal) return Problems.of(refusal);
        }
        String field = e.getPropertyName() == null ? "parameter" : e.getPropertyName();
        return invalid(new FieldProblem(field, "field.malformed", "The value cannot be read."));
    }

    @Override
    protected ResponseEntity<Object> handleExceptionInternal(
            Exception e, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        HttpStatus known = HttpStatus.valueOf(status.value());
        if (known.is5xxServerError() && !(e instanceof org.springframework.web.ErrorResponse)) return unforeseen(e);
        String code = "request." + known.name().toLowerCase(Locale.ROOT);
        String detail = e instanceof org.springframework.web.ErrorResponse r
                        && r.getBody().getDetail() != null
                ? r.getBody().getDetail()
                : known.getReasonPhrase() + ".";
        var answer = ResponseEntity.status(known).headers(headers);
        return answer.contentType(org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON)
                .body(Problems.problem(known, code, detail, List.of()));
    }

    private static ResponseEntity<Object> refusal(
            HttpStatus status, String code, String detail, List<FieldProblem> problems) {
        return Problems.answer(status, Problems.problem(status, code, detail, problems), null);
    }

    private static ResponseEntity<Object> invalid(FieldProblem... problems) {
        String fields =
                List.of(problems).stream().map(FieldProblem::field).distinct().collect(Collectors.joining(", "));
        return refusal(
                HttpStatus.UNPROCESSABLE_ENTITY,
                "request.invalid",
                "Please correct: " + fields + ".",
                List.of(problems));
    }

    /** Our own readers' sentences are fit for callers; the library's name classes, and are replaced. */
    private static String said(MismatchedInputException e) {
        String message = e.getOriginalMessage();
        boolean ours = e instanceof com.fasterxml.jackson.databind.exc.InvalidFormatException f
                && f.getValue() == JsonManners.OUR_WORDS;
        return ours ? message : "The value has the wrong type.";
    }

    private static String path(JsonMappingException e) {
        var path = new StringBuilder();
        for (var step : e.getPath()) {
            if (step.getFieldName() == null)
                path.append('[').append(step.getIndex()).append(']');
            else path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
        }
        return path.isEmpty() ? "body" : path.toString();
    }
}
