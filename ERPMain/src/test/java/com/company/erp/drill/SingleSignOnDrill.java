package com.company.erp.drill;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.company.erp.Api;
import com.company.erp.NotRunHere;
import com.company.erp.jar.BuiltErp;
import com.company.erp.web.Browser;
import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/**
 * docs/single-sign-on.md with a real Keycloak: people come by its page and programs by its tokens, and who left stays
 * out.
 */
class SingleSignOnDrill extends Drill {

    private static final Path KEYCLOAK = Path.of("target", "keycloak").toAbsolutePath();
    private static final String PASSWORD = "correct horse battery staple";
    private static final String SECRET = "what Keycloak and the ERP know";
    private static final String DOMAIN = "house.example.com";

    private static int keycloakPort;
    private static Programs.Running keycloak;
    private static BuiltErp erp;
    private static Api admin;
    private static String provider = "";

    @BeforeAll
    static void start() {
        Path home = home();
        long began = System.nanoTime();
        keycloakPort = Programs.freePort();
        erp = BuiltErp.launch(Scratch.folder("sso-data"), Map.of("ERP_OUTGOING_NETWORKS", "127.0.0.1"));
        importRealm(home);
        keycloak = Programs.start(
                "keycloak",
                Map.of("JAVA_OPTS_KC_HEAP", "-Xmx512m"),
                "bash",
                home.resolve("bin/kc.sh").toString(),
                "start-dev",
                "--http-host=127.0.0.1",
                "--http-port=" + keycloakPort,
                "--import-realm");
        erp.awaitReady();
        keycloak.awaitPort(keycloakPort);
        measured("Keycloak and the ERP stand after %.1f s", secondsSince(began));
        admin = administrator();
        provider = register();
    }

    @AfterAll
    static void stop() {
        if (keycloak != null) keycloak.close();
        if (erp != null) erp.close();
    }

    /** What the build has unpacked, with nothing of another run in it. */
    private static Path home() {
        Path found = null;
        if (Files.isDirectory(KEYCLOAK)) {
            try (var folders = Files.list(KEYCLOAK)) {
                found = folders.findFirst().orElse(null);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        NotRunHere.unless(found != null, "single sign-on with a real Keycloak: needs the build's profile drills");
        return Objects.requireNonNull(found);
    }

    private static void importRealm(Path home) {
        try {
            FileSystemUtils.deleteRecursively(home.resolve("data"));
            Path folder = Files.createDirectories(home.resolve("data/import"));
            try (var realm = SingleSignOnDrill.class.getResourceAsStream("/keycloak/house-realm.json")) {
                String text = new String(Objects.requireNonNull(realm).readAllBytes(), UTF_8);
                Scratch.file(
                        folder.resolve("house-realm.json"),
                        text.replace("{secret}", SECRET)
                                .replace("{password}", PASSWORD)
                                .replace("{domain}", DOMAIN)
                                .replace("{erp}", "http://127.0.0.1:" + erp.port()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String issuer() {
        return "http://127.0.0.1:" + keycloakPort + "/realms/house";
    }

    private static Api administrator() {
        Api first = erp.api().signedIn("admin", BuiltErp.PASSWORD, null);
        var change = Map.of("currentPassword", BuiltErp.PASSWORD, "newPassword", PASSWORD);
        Api installation = erp.api()
                .withToken(first.post("/api/auth/password", change)
                        .ok()
                        .get("accessToken")
                        .textValue());
        String company = installation
                .post(
                        "/api/companies",
                        Map.of("name", "House", "country", "DE", "baseCurrency", "EUR", "timeZone", "Europe/Berlin"))
                .created()
                .get("id")
                .textValue();
        return erp.api().signedIn("admin", PASSWORD, company);
    }

    private static String register() {
        JsonNode made = admin.post(
                        "/api/identity-providers",
                        Map.of(
                                "name",
                                "Keycloak",
                                "enabled",
                                true,
                                "issuer",
                                issuer(),
                                "clientId",
                                "erp",
                                "clientSecret",
                                SECRET,
                                "domains",
                                List.of(DOMAIN),
                                "roles",
                                List.of(Map.of("group", "sellers", "role", "SALES"))))
                .created();
        String id = made.get("id").textValue();
        Awaitility.await("Keycloak describes itself")
                .atMost(Duration.ofMinutes(2))
                .until(() -> admin.post("/api/identity-providers/" + id + "/check")
                        .ok()
                        .get("sound")
                        .booleanValue());
        return id;
    }

    /** Signs in at Keycloak's page, from the sign-in page of the ERP on. */
    private static Page come(BrowserContext window, String username) {
        Page page = window.newPage();
        page.navigate("http://127.0.0.1:" + erp.port() + "/sign-in");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("company.s account")))
                .click();
        page.getByLabel("E-mail").fill(username + "@" + DOMAIN);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Go on"))
                .click();
        page.locator("#username").fill(username);
        page.locator("#password").fill(PASSWORD);
        assertThat(page.url()).startsWith(issuer());
        page.locator("#kc-login").click();
        return page;
    }

    private JsonNode user(String username) {
        JsonNode found =
                admin.get("/api/users?q=" + username + "@" + DOMAIN).ok().get("items");
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static Api byToken(String username) {
        String form = "grant_type=password&client_id=erp&client_secret=" + SECRET.replace(' ', '+') + "&username="
                + username + "&password=" + PASSWORD.replace(' ', '+') + "&scope=openid";
        String token = Api.at(issuer())
                .send(
                        "POST",
                        "/protocol/openid-connect/token",
                        "application/x-www-form-urlencoded",
                        form.getBytes(UTF_8))
                .ok()
                .get("access_token")
                .textValue();
        return erp.api().withToken(token);
    }

    @Test
    void somebody_comes_by_keycloak_s_page_and_has_the_role_of_his_group_until_he_is_deactivated() {
        try (var window = Browser.window(1440, 900, ColorScheme.LIGHT)) {
            long began = System.nanoTime();
            Page page = come(window, "erika");
            assertThat(page.locator("h1").first()).hasText("Overview");
            measured("through Keycloak's page and back in %.1f s", secondsSince(began));
            JsonNode user = user("erika");
            assertThat(user.get("name").textValue()).isEqualTo("Erika Mustermann");
            assertThat(user.get("roles").toString()).isEqualTo("[\"SALES\"]");

            admin.post("/api/users/" + user.get("id").textValue() + "/deactivate")
                    .ok();
            page.reload();
            assertThat(page.locator("h1").first()).hasText("Sign in");
            page.navigate("http://127.0.0.1:" + erp.port() + "/sign-in/with/" + provider);
            assertThat(page.locator(".problem:visible")).hasText(Pattern.compile("The company has deactivated you.*"));
        }
    }

    @Test
    void who_has_no_group_with_a_role_is_refused() {
        try (var window = Browser.window(1440, 900, ColorScheme.LIGHT)) {
            Page page = come(window, "otto");
            assertThat(page.locator(".problem:visible"))
                    .hasText(Pattern.compile("None of your groups has a role here.*"));
        }
    }

    @Test
    void a_token_of_keycloak_is_accepted_by_the_api_until_its_person_is_deactivated() {
        Api program = byToken("paula");
        JsonNode me = program.get("/api/auth/me").ok();
        assertThat(me.get("username").textValue()).isEqualTo("paula@" + DOMAIN);
        program.get("/api/invoices").ok();
        program.get("/api/audit").refused(403, "access.denied");
        admin.post("/api/users/" + me.get("id").textValue() + "/deactivate").ok();
        program.get("/api/invoices").refused(401, "session.revoked");
        byToken("paula").get("/api/invoices").refused(401, "token.invalid");
        byToken("otto").get("/api/invoices").refused(401, "token.invalid");
    }
}
