package com.company.erp.user.factor;

import static org.assertj.core.api.Assertions.assertThat;

import com.company.erp.Api;
import com.company.erp.HttpTest;
import com.company.erp.kernel.Actor;
import com.company.erp.kernel.CompanyId;
import com.company.erp.platform.jobs.DailyJobs;
import com.company.erp.platform.tenancy.Scope;
import com.company.erp.user.Phone;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Secrets that were encrypted before JWT_SECRET was changed. */
class SealedAnewTest extends HttpTest {

    @Autowired
    private BoxKeys keys;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private DailyJobs jobs;

    @Autowired
    private PlatformTransactionManager transactions;

    private <T extends @Nullable Object> T inside(Supplier<T> work) {
        var actor = Actor.system(CompanyId.valueOf(company.get("id").textValue()), "test");
        return Scope.get(actor, () -> new TransactionTemplate(transactions).execute(status -> work.get()));
    }

    private SecretBox today() {
        return new SecretBox(new BoxKeys(keys.current(), List.of()));
    }

    private SecretBox before() {
        return new SecretBox(new BoxKeys(keys.former().getFirst(), List.of()));
    }

    private byte[] secretOf(String provider) {
        return inside(() -> jdbc.sql("SELECT client_secret FROM identity_providers WHERE id = :id::uuid")
                .param("id", provider)
                .query((row, index) -> row.getBytes(1))
                .single());
    }

    @Test
    void what_was_sealed_with_the_secret_before_is_read_and_sealed_with_that_of_today_at_night() {
        JsonNode made = api.post(
                        "/api/directories",
                        Map.of(
                                "name", "Old",
                                "enabled", true,
                                "address", "ldap://127.0.0.1:1",
                                "bindAccount", "cn=reader,dc=example,dc=com",
                                "bindPassword", "the password of the reader",
                                "userBase", "dc=example,dc=com",
                                "domains", List.of("sealed.example.com"),
                                "roles", List.of()))
                .created();
        String provider = made.get("id").textValue();
        UUID id = UUID.fromString(provider);
        byte[] password = "the password of the reader".getBytes(StandardCharsets.UTF_8);
        inside(() -> jdbc.sql("UPDATE identity_providers SET client_secret = :old WHERE id = :id")
                .param("old", before().close(id, password))
                .param("id", id)
                .update());
        assertThat(today().open(id, secretOf(provider))).isNull();
        assertThat(problem(provider)).contains("Nobody answers");

        Api person = asUserWith("SALES");
        new Phone(person);
        UUID user = UUID.fromString(person.get("/api/auth/me").ok().get("id").textValue());
        inside(() -> {
            for (var factor : factors(user)) {
                byte[] old = before().close(user, today().open(user, factor));
                jdbc.sql("SELECT factor_seal_anew(:user, :was, :sealed)")
                        .param("user", user)
                        .param("was", factor)
                        .param("sealed", old)
                        .query((row, index) -> true)
                        .single();
            }
            return true;
        });

        jobs.runDue(
                CompanyId.valueOf(company.get("id").textValue()),
                LocalDate.now(ZoneOffset.UTC).plusDays(1));

        assertThat(today().open(id, secretOf(provider))).isEqualTo(password);
        assertThat(inside(() -> factors(user)))
                .singleElement()
                .satisfies(factor -> assertThat(today().open(user, factor)).isNotNull());
        assertThat(problem(provider)).contains("Nobody answers");
    }

    @Test
    void what_nobody_can_open_any_more_has_to_be_entered_anew_and_says_so() {
        JsonNode made = api.post(
                        "/api/directories",
                        Map.of(
                                "name", "Lost",
                                "enabled", true,
                                "address", "ldap://127.0.0.1:1",
                                "bindAccount", "cn=reader,dc=example,dc=com",
                                "bindPassword", "the password of the reader",
                                "userBase", "dc=example,dc=com",
                                "domains", List.of("lost.example.com"),
                                "roles", List.of()))
                .created();
        UUID id = UUID.fromString(made.get("id").textValue());
        inside(() -> jdbc.sql("UPDATE identity_providers SET client_secret = :old WHERE id = :id")
                .param("old", before().close(UUID.randomUUID(), new byte[] {1}))
                .param("id", id)
                .update());
        assertThat(problem(id.toString())).contains("JWT_SECRET");
    }

    private List<byte[]> factors(UUID user) {
        return jdbc.sql("SELECT secret FROM factors_of_members() WHERE user_id = :user")
                .param("user", user)
                .query((row, index) -> row.getBytes(1))
                .list();
    }

    private String problem(String provider) {
        return api.post("/api/directories/" + provider + "/check")
                .ok()
                .get("problem")
                .textValue();
    }
}
