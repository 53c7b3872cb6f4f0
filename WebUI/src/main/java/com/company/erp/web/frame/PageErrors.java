package com.company.erp.web.frame;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.company.erp.kernel.ErpException;
import com.company.erp.kernel.Forbidden;
import com.company.erp.kernel.InvalidInput;
import com.company.erp.kernel.NotFound;
import com.company.erp.kernel.RuleViolation;
import com.company.erp.kernel.StaleDocument;
import com.company.erp.kernel.TooManyAttempts;
import com.company.erp.kernel.Unauthenticated;
import com.company.erp.platform.audit.Origin;
import com.company.erp.platform.web.Problems;
import com.company.erp.web.pattern.Address;
import com.company.erp.web.pattern.Screens;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.RedisConnectionFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.resource.ResourceUrlProvider;
import org.springframework.web.util.UriUtils;

/** What a page shows when its door refuses or something breaks: what happened, in words, and how to go on. */
@ControllerAdvice("com.company.erp.web")
@Order(Ordered.HIGHEST_PRECEDENCE)
class PageErrors {

    private static final Logger LOG = LoggerFactory.getLogger(PageErrors.class);

    private final Screens screens;
    private final ResourceUrlProvider assets;
    private final Visitors visitors;

    PageErrors(Screens screens, ResourceUrlProvider assets, Visitors visitors) {
        this.screens = screens;
        this.assets = assets;
        this.visitors = visitors;
    }

    @ExceptionHandler
    ModelAndView refused(ErpException e, HttpServletRequest request, HttpServletResponse response) {
        if (e instanceof Unauthenticated) {
            visitors.leave(request);
            VisitorFilter.go(request, response, "/sign-in?expired=true");
            return new ModelAndView("nothing");
        }
        if (e.code().equals("access.step_up")) {
            VisitorFilter.go(request, response, "/step-up?to=" + UriUtils.encode(back(request), UTF_8));
            return new ModelAndView("nothing");
        }
        if (e.code().equals("second_factor.required")) {
            VisitorFilter.go(request, response, "/second-factor");
            return new ModelAndView("nothing");
        }
        HttpStatus status = switch (e) {
            case NotFound n -> HttpStatus.NOT_FOUND;
            case InvalidInput i -> HttpStatus.UNPROCESSABLE_ENTITY;
            case Forbidden f -> HttpStatus.FORBIDDEN;
            case RuleViolation r -> HttpStatus.CONFLICT;
            case StaleDocument s -> HttpStatus.PRECONDITION_FAILED;
            case TooManyAttempts t -> HttpStatus.TOO_MANY_REQUESTS;
            default -> HttpStatus.SERVICE_UNAVAILABLE;
        };
        Duration wait = Problems.retryAfter(e);
        if (wait != null) response.setHeader("Retry-After", Problems.seconds(wait));
        String what = e.problems().isEmpty()
                ? screens.texts(request).problem(e)
                : screens.texts(request).problem(e.problems().getFirst());
        return page(request, response, status, what);
    }

    /** Where the visitor was: a step that was refused is taken there once more. */
    private static String back(HttpServletRequest request) {
        if (!request.getMethod().equals("GET")) return Address.cameFrom(request);
        return request.getRequestURI() + (request.getQueryString() == null ? "" : "?" + request.getQueryString());
    }

    /** Redis is told of by whoever stands before the sessions. */
    @ExceptionHandler
    ModelAndView sessions(RedisConnectionFailureException e) {
        throw e;
    }

    @ExceptionHandler({CannotCreateTransactionException.class, DataAccessException.class})
    ModelAndView database(Exception e, HttpServletRequest request, HttpServletResponse response) {
        LOG.warn("A page could not be made: {}", e.getMessage(), e);
        return page(
                request,
                response,
                HttpStatus.SERVICE_UNAVAILABLE,
                screens.texts(request).say("trouble.busy"));
    }

    @ExceptionHandler
    ModelAndView other(Exception e, HttpServletRequest request, HttpServletResponse response) {
        if (e instanceof ErrorResponse known) {
            HttpStatus status = HttpStatus.valueOf(known.getStatusCode().value());
            return page(request, response, status, screens.texts(request).say("trouble.address"));
        }
        LOG.error("Unforeseen: {}", e.toString(), e);
        String reference = String.valueOf(Origin.current().requestId());
        return page(
                request,
                response,
                HttpStatus.INTERNAL_SERVER_ERROR,
                screens.texts(request).say("trouble.fault", reference));
    }

    private ModelAndView page(
            HttpServletRequest request, HttpServletResponse response, HttpStatus status, String what) {
        response.setStatus(status.value());
        boolean isFragment = request.getHeader("HX-Request") != null;
        if (isFragment) response.setHeader("HX-Retarget", "#notice");
        if (isFragment) response.setHeader("HX-Reswap", "innerHTML");
        var page = new ModelAndView(isFragment ? "parts :: notice" : "trouble");
        page.addObject("frame", new Frame(request, assets, screens.texts(request)));
        page.addObject("t", screens.texts(request));
        page.addObject("what", what);
        page.addObject("status", status.value());
        return page;
    }
}
