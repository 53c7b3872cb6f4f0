package com.company.erp.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import com.company.erp.HttpTest;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** Runs as the operations guide's container does, with a context path of /api, and finds no Redis. */
@TestPropertySource(
        properties = {"server.servlet.context-path=/api", "spring.data.redis.host=127.0.0.1", "spring.data.redis.port=1"
        })
class OtherwiseRunTest extends HttpTest {

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
}
