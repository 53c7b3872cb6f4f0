package com.company.erp.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import com.company.erp.Answer;
import com.company.erp.HttpTest;
import com.company.erp.assembly.tracing.OtlpReceiver;
import com.company.erp.assembly.tracing.OtlpReceiver.Span;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.actuate.observability.AutoConfigureObservability;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs as the operations guide's container does, with a context path of /api and the guide's pool of connections, finds
 * no Redis, has its requests traced, and waits for no slow body.
 */
@TestPropertySource(
        properties = {
            "server.servlet.context-path=/api",
            "erp.web.max-wait=2s",
            "erp.web.body-patience=1s",
            "spring.data.redis.host=127.0.0.1",
            "spring.data.redis.port=1",
            "spring.datasource.hikari.maximum-pool-size=30",
            "spring.datasource.hikari.minimum-idle=10",
            "spring.datasource.hikari.connection-timeout=30000",
            "spring.datasource.hikari.idle-timeout=600000",
            "spring.datasource.hikari.max-lifetime=1800000",
            "management.tracing.enabled=true",
            "management.opentelemetry.tracing.export.schedule-delay=100ms"
        })
@AutoConfigureObservability
class OtherwiseRunTest extends HttpTest {

    private static final int CONNECTIONS = 30;
    private static final OtlpReceiver TRACES = new OtlpReceiver();

    @Autowired
    private HikariDataSource pool;

    @Autowired
    private PlatformTransactionManager transactions;

    @DynamicPropertySource
    static void sendTraces(DynamicPropertyRegistry registry) {
        registry.add("management.otlp.tracing.endpoint", TRACES::address);
    }

    @Test
    void a_request_is_traced_to_its_statements_under_the_id_of_its_answer() {
        String trace = api.get("/api/parties/" + UUID.randomUUID())
                .expect(404)
                .json()
                .get("traceId")
                .textValue();

        Awaitility.await("its spans").until(() -> TRACES.of(trace).size() > 1);
        List<Span> spans = TRACES.of(trace);
        var request = spans.stream().filter(span -> span.parent().isEmpty()).toList();
        assertThat(request)
                .singleElement()
                .satisfies(span -> assertThat(span.name()).isEqualTo("http get /api/parties/{id}"));
        assertThat(spans).anySatisfy(span -> {
            assertThat(span.parent()).isEqualTo(request.getFirst().id());
            assertThat(span.name()).isEqualTo("select");
            assertThat(String.join(" ", span.texts())).contains("from parties").contains("=?");
        });
    }

    @Test
    void a_caller_s_trace_goes_on() {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        String caller = "00f067aa0ba902b7";

        assertThat(api.with("traceparent", "00-" + trace + "-" + caller + "-01")
                        .get("/api/company")
                        .header("X-Request-Id"))
                .isEqualTo(trace);
        Awaitility.await("its spans")
                .until(() ->
                        TRACES.of(trace).stream().anyMatch(span -> span.parent().equals(caller)));
    }

    @Test
    void without_redis_the_house_is_degraded_and_ready_and_serves() {
        var health = stranger().get("/actuator/health").ok();

        assertThat(health.get("status").textValue()).isEqualTo("DEGRADED");
        assertThat(health.at("/components/redis/status").textValue()).isEqualTo("DOWN");
        assertThat(health.at("/components/db/status").textValue()).isEqualTo("UP");
        assertThat(stranger()
                        .get("/actuator/health/readiness")
                        .ok()
                        .get("status")
                        .textValue())
                .isEqualTo("UP");
        api.get("/api/company").ok();
    }

    @Test
    void a_context_path_of_api_means_none() {
        api.get("/api/company").ok();
        api.get("/api/api/company").refused(404, "request.not_found");
        assertThat(stranger().get("/api/actuator/health").ok())
                .isEqualTo(stranger().get("/actuator/health").ok());
        stranger().get("/v3/api-docs").ok();
    }

    @Test
    void the_pool_is_as_the_operator_set_it() {
        assertThat(metric("hikaricp.connections.max")).isEqualTo(CONNECTIONS);
        assertThat(metric("hikaricp.connections.min")).isEqualTo(10);
        assertThat(pool.getConnectionTimeout()).isEqualTo(30_000);
        assertThat(pool.getIdleTimeout()).isEqualTo(600_000);
        assertThat(pool.getMaxLifetime()).isEqualTo(1_800_000);
    }

    private double metric(String name) {
        return stranger()
                .get("/actuator/metrics/" + name)
                .ok()
                .at("/measurements/0/value")
                .doubleValue();
    }

    @Test
    void where_all_transactions_are_taken_a_request_is_refused_in_time() throws InterruptedException {
        var begun = new CountDownLatch(CONNECTIONS);
        var enough = new CountDownLatch(1);
        var work = new TransactionTemplate(transactions);
        List<Thread> busy = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            busy.add(Thread.ofVirtual()
                    .start(() -> work.executeWithoutResult(status -> {
                        begun.countDown();
                        await(enough);
                    })));
        }
        begun.await();
        try {
            refusedInTime("service.overloaded");
        } finally {
            enough.countDown();
            for (Thread thread : busy) thread.join();
        }
        api.get("/api/company").ok();
    }

    private static void await(CountDownLatch enough) {
        try {
            enough.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void where_no_connection_is_left_a_request_is_refused_in_time_too_and_so_is_health() throws SQLException {
        List<Connection> taken = new ArrayList<>();
        try {
            for (int i = 0; i < CONNECTIONS; i++) taken.add(pool.getConnection());
            refusedInTime("service.unavailable");
            inTime(() -> stranger().get("/actuator/health/readiness")).expect(503);
        } finally {
            for (Connection connection : taken) connection.close();
        }
        api.get("/api/company").ok();
    }

    private void refusedInTime(String code) {
        List<Supplier<Answer>> readingAndWriting = List.of(
                () -> api.get("/api/company"), () -> api.post("/api/units", Map.of("code", "HUR", "name", "Hour")));
        for (Supplier<Answer> asking : readingAndWriting) {
            Answer answer = inTime(asking);
            answer.refused(503, code);
            assertThat(answer.header("Retry-After")).isEqualTo("2");
        }
    }

    /** Within the two seconds that a request may wait, and what a busy machine adds. */
    private static Answer inTime(Supplier<Answer> asking) {
        long begun = System.nanoTime();
        Answer answer = asking.get();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(4));
        return answer;
    }

    /** A blank every tenth of a second, which JSON may begin with, of a body that would take hours. */
    @Test
    void a_body_that_trickles_in_over_a_socket_is_cut_off() throws IOException {
        String head = "POST /api/auth/login HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
                + "Content-Length: 100000\r\n\r\n";
        long began = System.nanoTime();
        try (var socket = new Socket("127.0.0.1", URI.create(address()).getPort())) {
            socket.setSoTimeout(100);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            String answer = "";
            for (int sent = 0; answer.isEmpty() && sent < 200; sent++) {
                socket.getOutputStream().write(' ');
                answer = answered(socket);
            }
            assertThat(answer).startsWith("HTTP/1.1 408").contains("request.too_slow");
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(Duration.ofSeconds(1));
        }
    }

    /** What has come meanwhile; nothing as long as the house still waits. */
    private static String answered(Socket socket) throws IOException {
        byte[] buffer = new byte[8192];
        try {
            int length = socket.getInputStream().read(buffer);
            return length < 0 ? "closed" : new String(buffer, 0, length, StandardCharsets.UTF_8);
        } catch (SocketTimeoutException e) {
            return "";
        }
    }
}
