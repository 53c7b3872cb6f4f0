package com.company.erp.web.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class SessionOutageTest {

    private final SessionOutage outage = new SessionOutage();
    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/invoices");
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    /** When a session is read it comes bare, and when it is saved as its page leaves, wrapped. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_page_whose_session_cannot_be_read_or_saved_says_so(boolean wrapped) throws Exception {
        var timeout = new QueryTimeoutException("Redis");
        FilterChain chain = (in, out) -> {
            out.getWriter().write("<p>half a pa");
            if (wrapped) throw new ServletException("Request processing failed", timeout);
            throw timeout;
        };
        outage.doFilter(request, response, chain);
        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getHeader("Retry-After")).isEqualTo("5");
        assertThat(response.getContentAsString()).startsWith("<!DOCTYPE html>").doesNotContain("half a pa");
    }

    @Test
    void what_left_already_is_not_passed_off_as_a_whole_page() {
        FilterChain chain = (in, out) -> {
            out.getWriter().write("<p>half a pa");
            out.flushBuffer();
            throw new QueryTimeoutException("Redis");
        };
        assertThatThrownBy(() -> outage.doFilter(request, response, chain)).isInstanceOf(QueryTimeoutException.class);
    }
}
