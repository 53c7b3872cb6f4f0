package com.company.erp;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.test.autoconfigure.actuate.observability.AutoConfigureObservability;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.util.FileSystemUtils;

/**
 * A test over HTTP against the whole application on its own PostgreSQL and Redis. All such tests share one running
 * application; none shares a company: each class has a fresh one, {@link #company}, and {@link #api} acts there as its
 * administrator. What a test commits stays, as it does for users.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "server.address=127.0.0.1",
            // All runs of the suite together are read for secrets in the end.
            "logging.file.name=target/test-logs/erp${erp.test.run:}.log",
            "erp.setup.password=" + HttpTest.FIRST_PASSWORD,
            // Longer than the suite.
            "erp.jwt.access-lifetime=3h",
            // Daily jobs run when a test says that it is night.
            "erp.jobs.check-every=24h",
            // Files are read when a test says so.
            "erp.search.read-every=24h",
            "erp.events.seal-every=100ms",
            "erp.web.drain=0s",
            // However busy the machine is with other things.
            "erp.web.max-wait=30s",
            "erp.audit.seal-every=100ms",
            // Servers that tests start; the rest of this machine stays shut.
            "erp.outgoing.networks=127.0.0.1",
            // All tests ask from one address.
            "erp.limits.caller-per-minute=" + HttpTest.PER_MINUTE,
            "erp.limits.stranger-per-minute=" + HttpTest.PER_MINUTE,
            "erp.limits.sign-in-per-minute=" + HttpTest.PER_MINUTE,
            // The suite takes longer than a proof is good for; StepUpTest makes proofs old.
            "erp.step-up.within=24h",
            "erp.link.address=https://erp.example.com",
            "erp.cors.origins=https://shop.example.com",
            "erp.jwt.former-secrets=" + HttpTest.FORMER_SECRET
        })
@Import(HttpTest.QuickHashing.class)
@AutoConfigureObservability(tracing = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class HttpTest {

    protected static final String FIRST_PASSWORD = "the first password of all";
    protected static final String FORMER_SECRET = "the secret of the installation before this one";
    protected static final int PER_MINUTE = 60_000;
    public static final String PASSWORD = "correct horse battery staple";

    /** Said in the second, smaller run of the suite. */
    static final boolean ON_OLDEST_POSTGRES = Boolean.getBoolean("erp.test.oldest-postgres");

    private static final Path DATA =
            freshFolder((ON_OLDEST_POSTGRES ? "http-oldest" : "http") + System.getProperty("erp.test.run", ""));
    private static final AtomicInteger USERS = new AtomicInteger();

    @LocalServerPort
    private int port;

    /** The company of this test class, as it is when the tests begin. */
    protected JsonNode company;

    /** The API as the company's administrator sees it. */
    protected Api api;

    /** The suite makes hundreds of users, and a hash as it should be takes longer than all else of a sign-in. */
    @TestConfiguration(proxyBeanMethods = false)
    static class QuickHashing {

        @Bean
        @Primary
        Argon2PasswordEncoder quickArgon2() {
            return new Argon2PasswordEncoder(16, 32, 1, 64, 1);
        }
    }

    @DynamicPropertySource
    static void data(DynamicPropertyRegistry registry) {
        registry.add("erp.data", DATA::toString);
        if (ON_OLDEST_POSTGRES)
            registry.add(
                    "erp.embedded.postgres.binaries", () -> oldestPostgres().toString());
    }

    /** The archive that the build has put there, whose name is the platform's. */
    private static Path oldestPostgres() {
        try (var archives = Files.list(Path.of("target", "postgres-14"))) {
            return archives.findFirst().orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path freshFolder(String name) {
        Path folder = Path.of("target", "test-data", name);
        try {
            FileSystemUtils.deleteRecursively(folder);
            return Files.createDirectories(folder.getParent()).resolve(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @BeforeAll
    void foundCompany() {
        api = newCompany(getClass().getSimpleName());
        company = api.get("/api/company").ok();
    }

    /** The API as somebody sees it who has not signed in. */
    protected Api stranger() {
        return Api.at(address());
    }

    /** Where the application answers. */
    protected String address() {
        return "http://127.0.0.1:" + port;
    }

    /** Founds another company, in Germany and EUR, and answers the API as its administrator sees it. */
    protected Api newCompany(String name) {
        return newCompany(Map.of("name", name, "country", "DE", "baseCurrency", "EUR", "timeZone", "Europe/Berlin"));
    }

    protected Api newCompany(Map<String, ?> details) {
        Api installation = installation(null);
        String id =
                installation.post("/api/companies", details).created().get("id").textValue();
        return newUser(installation(id), "ADMIN");
    }

    /** The API as another user of the test's company sees it, who has just these roles. */
    protected Api asUserWith(String... roles) {
        return newUser(api, roles);
    }

    /** Invites a user into the company of the inviting one, and signs in with a password of the own. */
    protected Api newUser(Api inviting, String... roles) {
        String username = "user" + USERS.incrementAndGet() + "@example.com";
        String once = inviting.post(
                        "/api/users",
                        Map.of("username", username, "name", "Test user", "roles", List.of(roles), "printed", true))
                .created()
                .get("oneTimePassword")
                .textValue();
        return choosePassword(stranger().signedIn(username, once, null), once);
    }

    /** The API as the installation's administrator sees it, in a company or in none. */
    protected Api installation(@Nullable String companyId) {
        var credentials = new HashMap<String, String>(Map.of("username", "admin", "password", PASSWORD));
        if (companyId != null) credentials.put("company", companyId);
        Answer answer = stranger().post("/api/auth/login", credentials);
        if (answer.status() == 200) {
            return stranger().withToken(answer.json().get("accessToken").textValue());
        }
        return choosePassword(stranger().signedIn("admin", FIRST_PASSWORD, null), FIRST_PASSWORD);
    }

    private static Api choosePassword(Api user, String current) {
        var change = Map.of("currentPassword", current, "newPassword", PASSWORD);
        return user.withToken(
                user.post("/api/auth/password", change).ok().get("accessToken").textValue());
    }
}
