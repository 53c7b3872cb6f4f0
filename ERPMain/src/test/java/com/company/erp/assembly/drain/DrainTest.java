package com.company.erp.assembly.drain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.context.WebServerGracefulShutdownLifecycle;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class DrainTest {

    @Test
    void while_it_leaves_each_answer_ends_its_connection_and_the_server_waits() throws Exception {
        var drain = new Drain(new DrainProperties(Duration.ofMillis(300)));
        drain.start();
        assertThat(answered(drain).getHeader("Connection")).isNull();

        var stopping = CompletableFuture.runAsync(drain::stop);

        Awaitility.await().until(() -> "close".equals(answered(drain).getHeader("Connection")));
        assertThat(drain.isRunning()).isTrue();
        stopping.join();
        assertThat(drain.isRunning()).isFalse();
        assertThat(drain.getPhase()).isGreaterThan(WebServerGracefulShutdownLifecycle.SMART_LIFECYCLE_PHASE);
    }

    private static MockHttpServletResponse answered(Drain drain) throws Exception {
        var response = new MockHttpServletResponse();
        drain.doFilter(new MockHttpServletRequest(), response, new MockFilterChain());
        return response;
    }
}
