package com.company.erp.platform.web;

import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/**
 * What the web server refuses by itself, before any of our code sees the request (a first line that is none, a header
 * too long), is a problem document too, and so is the fault that slipped through everything else.
 */
final class ProblemValve extends ErrorReportValve {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemValve.class);

    @Override
    protected void report(Request request, Response response, @Nullable Throwable fault) {
        HttpStatus status = HttpStatus.resolve(response.getStatus());
        if (status == null || !status.isError() || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        var writable = new AtomicBoolean();
        response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, writable);
        if (writable.get()) write(response, status);
    }

    private static void write(Response response, HttpStatus status) {
        try {
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.setCharacterEncoding("UTF-8");
            Writer out = response.getReporter();
            if (out == null) return;
            out.write(problem(status, response.getHeader("X-Request-Id")));
            response.finishResponse();
        } catch (IOException e) {
            LOG.debug("The caller has gone before the refusal.", e);
        }
    }

    /** Nothing in it comes from the request, so nothing needs escaping. */
    private static String problem(HttpStatus status, @Nullable String traceId) {
        boolean ours = status.is5xxServerError() && status != HttpStatus.NOT_IMPLEMENTED;
        String code = ours ? "service.failure" : "request." + status.name().toLowerCase(Locale.ROOT);
        String detail = ours
                ? "Something went wrong here. The log has the details."
                : "The request is not one that can be read: " + status.getReasonPhrase() + ".";
        return """
                {"type":"urn:erp:problem:%s","title":"%s","status":%d,"detail":"%s","code":"%s","traceId":%s}""".formatted(
                        code,
                        status.getReasonPhrase(),
                        status.value(),
                        detail,
                        code,
                        traceId == null ? "null" : '"' + traceId + '"');
    }
}
