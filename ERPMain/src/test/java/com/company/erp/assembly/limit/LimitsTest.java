package com.company.erp.assembly.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.company.erp.Answer;
import com.company.erp.Api;
import com.company.erp.HttpTest;
import com.company.erp.hostile.PageVisitor;
import com.company.erp.kernel.Actor;
import com.company.erp.kernel.CompanyId;
import com.company.erp.kernel.TooManyAttempts;
import com.company.erp.kernel.UserId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/** Who asks too much is told to wait, by all instances alike, and the others are not. */
class LimitsTest extends HttpTest {

    @Autowired
    private Limits limits;

    @Autowired
    private LettuceConnectionFactory redis;

    /** Asks until it is too much, as no caller over a network could. */
    private static TooManyAttempts exhaust(Runnable asking) {
        return catchThrowableOfType(TooManyAttempts.class, () -> {
            for (int i = 0; i <= 2 * PER_MINUTE; i++) asking.run();
        });
    }

    /** The answer with these words, while somebody takes all that comes back into the bucket. */
    private static Answer refusal(Runnable asking, Supplier<Answer> question, String words) {
        var done = new AtomicBoolean();
        Thread greedy = Thread.ofPlatform().start(() -> {
            while (!done.get()) exhaust(asking);
        });
        try {
            return Awaitility.await(words)
                    .until(question::get, answer -> answer.text().contains(words));
        } finally {
            done.set(true);
            join(greedy);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void expectRefusal(Runnable asking, Supplier<Answer> question) {
        Answer answer = refusal(asking, question, "request.too_many");
        answer.refused(429, "request.too_many");
        assertThat(answer.header("Retry-After")).isEqualTo("1");
    }

    @Test
    void two_instances_count_together() {
        Buckets one = new Buckets(new SharedBuckets(redis));
        Buckets other = new Buckets(new SharedBuckets(redis));
        String name = "test:" + UUID.randomUUID();

        for (int i = 0; i < 30; i++) assertThat(one.take(name, 50)).isZero();
        for (int i = 0; i < 20; i++) assertThat(other.take(name, 50)).isZero();

        assertThat(one.look(name, 50)).isPositive();
        assertThat(one.take(name, 50)).isPositive().isLessThan(Duration.ofMillis(1_200));
        assertThat(other.take(name, 50)).isPositive();
        assertThat(one.take(name + "other", 50)).isZero();
    }

    @Test
    void a_large_bucket_is_shared_in_portions() {
        Buckets one = new Buckets(new SharedBuckets(redis));
        Buckets other = new Buckets(new SharedBuckets(redis));
        String name = "test:" + UUID.randomUUID();
        int taken = 0;

        while (taken < 20_000
                && one.take(name, 10_000).isZero()
                && other.take(name, 10_000).isZero()) taken += 2;

        // As many as there are, what came while they were taken, and a portion of each instance.
        assertThat(taken).isBetween(10_000, 12_500);
    }

    @Test
    void who_asks_too_much_waits_and_a_colleague_does_not() {
        Api busy = asUserWith("AUDITOR");
        Actor actor = Actor.user(
                new UserId(
                        UUID.fromString(busy.get("/api/auth/me").ok().get("id").textValue())),
                CompanyId.valueOf(company.get("id").textValue()),
                "busy",
                UUID.randomUUID());

        assertThat(exhaust(() -> limits.request(actor)).retryAfter()).isPositive();

        expectRefusal(() -> limits.request(actor), () -> busy.get("/api/company"));
        api.get("/api/company").ok();
    }

    @Test
    void signing_in_is_counted_by_address() {
        String address = "203.0.113.21";
        Map<String, String> credentials = Map.of("username", "nobody-21@example.com", "password", "guess");
        Map<String, String> others = Map.of("username", "nobody-22@example.com", "password", "guess");

        expectRefusal(
                () -> limits.signIn(address),
                () -> stranger().with("X-Forwarded-For", address).post("/api/auth/login", credentials));
        stranger()
                .with("X-Forwarded-For", "203.0.113.22")
                .post("/api/auth/login", others)
                .refused(401, "sign_in.refused");
    }

    @Test
    void a_page_says_it_in_words() {
        String address = "203.0.113.23";
        var visitor = PageVisitor.at(address(), Map.of("X-Forwarded-For", address));

        Answer answer = refusal(
                () -> limits.signIn(address),
                () -> visitor.post("/sign-in", Map.of("username", "nobody@example.com", "password", "guess")),
                "That is more than one person may ask at once");

        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.header("Retry-After")).isEqualTo("1");
    }

    @Test
    void wrong_keys_close_an_address_to_all_keys_before_the_database_is_asked() {
        String address = "203.0.113.24";
        Api good = keyOf(api).with("X-Forwarded-For", address);
        Api wrong = stranger().withToken("erpk_wrong").with("X-Forwarded-For", address);
        good.get("/api/company").ok();
        wrong.get("/api/company").refused(401, "token.invalid");

        expectRefusal(() -> limits.stranger(address), () -> wrong.get("/api/company"));
        expectRefusal(() -> limits.stranger(address), () -> good.get("/api/company"));
        good.with("X-Forwarded-For", "203.0.113.25").get("/api/company").ok();
    }

    @Test
    void without_redis_each_instance_goes_on_counting() {
        var nobodyThere = new LettuceConnectionFactory(new RedisStandaloneConfiguration("127.0.0.1", 1));
        nobodyThere.start();
        try {
            var meters = new SimpleMeterRegistry();
            var alone = new Limits(new Buckets(new SharedBuckets(nobodyThere)), new LimitProperties(0, 0, 20), meters);

            for (int i = 0; i < 20; i++) alone.signIn("203.0.113.27");
            assertThatThrownBy(() -> alone.signIn("203.0.113.27")).isInstanceOf(TooManyAttempts.class);
            alone.signIn("203.0.113.28");
            assertThat(meters.get("erp.limits.refused")
                            .tag("kind", "sign-in")
                            .counter()
                            .count())
                    .isEqualTo(1);
        } finally {
            nobodyThere.destroy();
        }
    }

    private Api keyOf(Api maker) {
        var key = Map.of(
                "name",
                "limits",
                "permissions",
                List.of("company.read"),
                "expiresAt",
                Instant.now().plus(Duration.ofDays(1)).toString());
        return stranger()
                .withToken(
                        maker.post("/api/api-keys", key).created().get("secret").textValue());
    }

    @Test
    void nobody_is_counted_where_the_limit_is_none() {
        var open = new Limits(
                new Buckets(new SharedBuckets(redis)), new LimitProperties(0, 0, 0), new SimpleMeterRegistry());

        assertThat(exhaust(() -> open.signIn("203.0.113.26"))).isNull();
        open.requireRoomForStranger("203.0.113.26");
    }
}
