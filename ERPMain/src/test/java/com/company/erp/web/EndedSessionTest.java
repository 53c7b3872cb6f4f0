package com.company.erp.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.company.erp.HttpTest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;

class EndedSessionTest extends HttpTest {

    @Autowired
    private StringRedisTemplate redis;

    @Test
    void what_a_late_request_writes_of_an_ended_session_lets_nobody_in_and_goes() {
        String id = UUID.randomUUID().toString();
        String key = "erp:session:sessions:" + id;
        redis.opsForHash().put(key, "lastAccessedTime", "L" + System.currentTimeMillis());
        String cookie = Base64.getEncoder().encodeToString(id.getBytes(StandardCharsets.UTF_8));

        var answer = stranger().with("Cookie", "erp_session=" + cookie).get("/invoices");

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).contains("/sign-in");
        assertThat(redis.hasKey(key)).isFalse();
    }
}
