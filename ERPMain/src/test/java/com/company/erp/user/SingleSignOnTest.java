package com.company.erp.user;

import static org.assertj.core.api.Assertions.assertThat;

import com.company.erp.Api;
import com.company.erp.HttpTest;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People whom their company's identity provider has proved, and those whom it has not. */
class SingleSignOnTest extends HttpTest {

    private static final String DOMAIN = "sso.example.com";
    private static final AtomicInteger PEOPLE = new AtomicInteger();

    @Autowired
    private JdbcClient jdbc;

    private final PretendedProvider provider = new PretendedProvider();
    private String id = "";

    @BeforeAll
    void registerProvider() {
        id = api.post("/api/identity-providers", draft(Map.of()))
                .created()
                .get("id")
                .textValue();
    }

    @AfterEach
    void behaveAgain() {
        provider.signNothing(false);
    }

    @AfterAll
    void closeProvider() {
        provider.close();
    }

    private Map<String, Object> draft(Map<String, Object> changes) {
        var draft = new HashMap<String, Object>(Map.of(
                "name",
                "Head office",
                "enabled",
                true,
                "issuer",
                provider.issuer(),
                "clientId",
                PretendedProvider.CLIENT,
                "clientSecret",
                PretendedProvider.SECRET,
                "domains",
                List.of(DOMAIN),
                "roles",
                List.of(mapping("sellers", "SALES"), mapping("bosses", "AUDITOR"))));
        draft.putAll(changes);
        return draft;
    }

    private static Map<String, String> mapping(String group, String role) {
        return Map.of("group", group, "role", role);
    }

    private static Map<String, Object> person(String... groups) {
        int number = PEOPLE.incrementAndGet();
        return new HashMap<>(Map.of(
                "sub",
                "subject-" + number,
                "name",
                "Person " + number,
                "email",
                "Person" + number + "@" + DOMAIN,
                "email_verified",
                true,
                "groups",
                List.of(groups)));
    }

    private static Map<String, Object> with(Map<String, Object> person, String claim, Object value) {
        var other = new HashMap<>(person);
        other.put(claim, value);
        return other;
    }

    private static String username(Map<String, Object> person) {
        return person.get("email").toString().toLowerCase(java.util.Locale.ROOT);
    }

    /** A browser that shows where it is sent instead of going there. */
    private final class Window {

        private final HttpClient http =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

        private HttpResponse<String> get(String path) {
            return send(HttpRequest.newBuilder(URI.create(address() + path)).GET());
        }

        /** With the token that each form of a page carries. */
        private HttpResponse<String> post(String path, String form) {
            String page = get("/sign-in/with").body();
            String token = page.replaceAll("(?s).*name=\"_csrf\"[^>]*value=\"([^\"]+)\".*", "$1");
            return send(HttpRequest.newBuilder(URI.create(address() + path))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString("_csrf=" + token + "&" + form)));
        }

        private HttpResponse<String> send(HttpRequest.Builder request) {
            try {
                return http.send(request.header("Accept-Language", "en").build(), HttpResponse.BodyHandlers.ofString());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        private String depart(String suffix) {
            var answer = get("/sign-in/with/" + id + suffix);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
            return location(answer);
        }

        private HttpResponse<String> arrive(String query) {
            return get("/sign-in/with/" + id + "/return?" + query);
        }

        private HttpResponse<String> signIn(Map<String, Object> person) {
            return arrive(provider.signIn(depart(""), person));
        }

        private Window enter(Map<String, Object> person) {
            var answer = signIn(person);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
            assertThat(location(answer)).isEqualTo("/");
            return this;
        }

        private boolean isInside() {
            return get("/").statusCode() == 200;
        }
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    private static void refused(HttpResponse<String> answer, String words) {
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains(words);
    }

    private static final String NOT_PROVED = "That did not prove who you are";

    private List<JsonNode> users(Map<String, Object> person) {
        var found = new ArrayList<JsonNode>();
        api.get("/api/users?limit=200&q=" + username(person)).ok().get("items").forEach(found::add);
        return found;
    }

    private List<String> roles(Map<String, Object> person) {
        var roles = new ArrayList<String>();
        users(person).getFirst().get("roles").forEach(role -> roles.add(role.textValue()));
        return roles;
    }

    @Test
    void the_first_sign_in_makes_an_account_and_every_one_brings_the_roles_of_the_groups() {
        var person = person("sellers", "others");
        Window window = new Window().enter(person);
        assertThat(window.get("/").body()).contains(person.get("name").toString());
        assertThat(users(person)).hasSize(1);
        assertThat(roles(person)).containsExactly("SALES");

        new Window().enter(with(person, "groups", List.of("bosses")));
        assertThat(roles(person)).containsExactly("AUDITOR");
        refused(new Window().signIn(with(person, "groups", List.of("others"))), "None of your groups has a role");

        String user = users(person).getFirst().get("id").textValue();
        JsonNode rows =
                api.get("/api/audit?record=" + user + "&action=sign-in").ok().get("items");
        assertThat(rows).hasSize(2);
        assertThat(rows.toString()).contains(id, "Head office");
        assertThat(api.get("/api/audit?record=" + id + "&action=refuse-sign-in")
                        .ok()
                        .get("items")
                        .toString())
                .contains("sign_in.no_role");
        assertThat(api.get("/api/sign-ins?user=" + user).ok().get("items")).hasSize(2);
    }

    @Test
    void a_changed_address_stays_the_same_person() {
        var person = person("sellers");
        new Window().enter(person);
        new Window().enter(with(with(person, "email", "elsewhere@example.org"), "email_verified", false));
        assertThat(users(person)).hasSize(1);
    }

    @Test
    void tokens_that_are_not_for_this_attempt_prove_nobody() {
        var person = person("sellers");
        refused(new Window().signIn(with(person, "nonce", "another")), NOT_PROVED);
        refused(new Window().signIn(with(person, "iss", "https://example.org")), NOT_PROVED);
        refused(new Window().signIn(with(person, "aud", "another client")), NOT_PROVED);
        refused(
                new Window()
                        .signIn(with(
                                person, "exp", java.util.Date.from(Instant.now().minusSeconds(600)))),
                NOT_PROVED);
        provider.signNothing(true);
        refused(new Window().signIn(person), NOT_PROVED);
        provider.signNothing(false);
        assertThat(users(person)).isEmpty();
        provider.rotate();
        assertThat(new Window().enter(person).isInside()).isTrue();
    }

    @Test
    void an_answer_is_good_once_and_in_the_browser_that_asked() {
        var person = person("sellers");
        Window window = new Window();
        String answer = provider.signIn(window.depart(""), person);
        refused(new Window().arrive(answer), NOT_PROVED);
        assertThat(window.arrive(answer).statusCode()).isEqualTo(303);
        refused(window.arrive(answer), NOT_PROVED);

        Window victim = new Window();
        String other = provider.signIn(new Window().depart(""), person);
        victim.depart("");
        refused(victim.arrive(other), NOT_PROVED);
        assertThat(victim.isInside()).isFalse();

        Window robbed = new Window();
        String state = provider.signIn(robbed.depart(""), person).replaceAll(".*(state=.*)", "$1");
        String stolen = provider.signIn(new Window().depart(""), person).replaceAll("(code=[^&]*).*", "$1");
        refused(robbed.arrive(stolen + "&" + state), NOT_PROVED);
        refused(new Window().arrive("error=access_denied&state=x"), NOT_PROVED);
    }

    @Test
    void the_session_is_another_one_than_before() {
        Window window = new Window();
        var before = window.get("/sign-in/with/" + id);
        String attempt = before.headers().firstValue("Set-Cookie").orElse("");
        var after = window.arrive(provider.signIn(location(before), person("sellers")));
        assertThat(after.headers().allValues("Set-Cookie"))
                .anyMatch(cookie -> cookie.startsWith("erp_session=") && !cookie.equals(attempt));
        assertThat(attempt).startsWith("erp_session=").contains("HttpOnly", "SameSite=Lax");
    }

    @Test
    void only_verified_addresses_of_the_provider_s_domains_make_or_open_an_account() {
        var person = person("sellers");
        refused(new Window().signIn(with(person, "email_verified", false)), "no e-mail address that is verified");
        var silent = new HashMap<>(person);
        silent.remove("email_verified");
        refused(new Window().signIn(silent), "no e-mail address that is verified");
        refused(new Window().signIn(with(person, "email", "a@example.org")), "do not speak for your address");
        refused(new Window().signIn(with(person, "email", "a@evil." + DOMAIN)), "do not speak for your address");
        assertThat(users(person)).isEmpty();

        api.post(
                        "/api/users",
                        Map.of(
                                "username",
                                username(person),
                                "name",
                                "Local",
                                "roles",
                                List.of("SALES"),
                                "printed",
                                true))
                .created();
        assertThat(new Window().enter(person).isInside()).isTrue();
        assertThat(users(person)).hasSize(1);
        refused(new Window().signIn(with(person, "sub", "who got the address later")), "belongs to another person");
    }

    @Test
    void who_is_deactivated_stays_out() {
        var person = person("sellers");
        Window window = new Window().enter(person);
        String user = users(person).getFirst().get("id").textValue();
        api.post("/api/users/" + user + "/deactivate").ok();
        assertThat(window.isInside()).isFalse();
        refused(new Window().signIn(person), "The company has deactivated you");
    }

    @Test
    void a_provider_speaks_for_its_own_company_alone() {
        var person = person("bosses");
        new Window().enter(person);
        Api other = newCompany("Another house");
        String there = other.get("/api/company").ok().get("id").textValue();
        other.post("/api/users", Map.of("username", username(person), "name", "Guest", "roles", List.of("ADMIN")))
                .created();
        Window window = new Window().enter(person);
        assertThat(window.get("/").body()).doesNotContain("Another house");
        assertThat(window.post("/company/switch", "company=" + there).statusCode())
                .isEqualTo(404);
        var draft = draft(Map.of("roles", List.of(mapping("*", "ADMIN"))));
        other.post("/api/identity-providers", draft).refused(409, "identity_provider.domain_taken");
    }

    @Test
    void a_provider_that_is_switched_off_takes_its_sessions_along() {
        var own = draft(Map.of("domains", List.of("off." + DOMAIN)));
        JsonNode made = api.post("/api/identity-providers", own).created();
        String before = id;
        id = made.get("id").textValue();
        try {
            var person = with(person("sellers"), "email", "off@off." + DOMAIN);
            Window window = new Window().enter(person);
            own.put("enabled", false);
            own.remove("clientSecret");
            JsonNode off =
                    api.ifMatch(made).put("/api/identity-providers/" + id, own).ok();
            assertThat(off.get("secretSet").booleanValue()).isTrue();
            assertThat(window.isInside()).isFalse();
            refused(new Window().get("/sign-in/with/" + id), "no such identity provider");
            api.ifMatch(off).delete("/api/identity-providers/" + id).expect(204);
            api.get("/api/identity-providers/" + id).refused(404, "identity_provider.unknown");
        } finally {
            id = before;
        }
    }

    @Test
    void why_a_provider_cannot_be_asked_is_said_in_words_that_help() {
        JsonNode made = api.post("/api/identity-providers", draft(Map.of("domains", List.of("why." + DOMAIN))))
                .created();
        for (var wrong : Map.of(
                        "http://127.0.0.1:1",
                        "Nobody answers at 127.0.0.1:1.",
                        provider.issuer() + "/nowhere",
                        "answers with the status 404.",
                        "https://127.0.0.3",
                        "erp.outgoing.networks")
                .entrySet()) {
            made = api.ifMatch(made)
                    .put(
                            "/api/identity-providers/" + made.get("id").textValue(),
                            draft(Map.of("domains", List.of("why." + DOMAIN), "issuer", wrong.getKey())))
                    .ok();
            assertThat(api.post("/api/identity-providers/" + made.get("id").textValue() + "/check")
                            .ok()
                            .get("problem")
                            .textValue())
                    .startsWith("It does not describe itself: ")
                    .contains(wrong.getValue())
                    .doesNotContain("I/O", "GET request", "Exception");
        }
    }

    @Test
    void what_is_dangerous_asks_the_provider_anew() {
        var mapping =
                Map.<String, Object>of("domains", List.of("step." + DOMAIN), "roles", List.of(mapping("*", "ADMIN")));
        String before = id;
        id = api.post("/api/identity-providers", draft(mapping))
                .created()
                .get("id")
                .textValue();
        try {
            long now = Instant.now().getEpochSecond();
            var person = with(with(person(), "email", "boss@step." + DOMAIN), "auth_time", now - 90_000);
            Window window = new Window().enter(person);
            var form = "name=Made+there&permissions=invoice.read";
            assertThat(location(window.post("/roles/new", form))).startsWith("/step-up");
            String way = location(window.get("/step-up?to=/roles"));
            assertThat(way).isEqualTo("/sign-in/with/" + id + "?anew=true&to=%2Froles");
            String asked = window.depart("?anew=true&to=/roles");
            assertThat(PretendedProvider.query(URI.create(asked).getRawQuery()))
                    .containsEntry("prompt", "login")
                    .containsEntry("max_age", "0");
            refused(window.arrive(provider.signIn(asked, person)), "do not say that you were asked anew");
            String again = window.depart("?anew=true&to=/roles");
            assertThat(location(window.arrive(provider.signIn(again, with(person, "auth_time", now)))))
                    .isEqualTo("/roles");
            assertThat(location(window.post("/roles/new", form))).isEqualTo("/roles");
        } finally {
            id = before;
        }
    }

    @Test
    void who_signs_out_may_sign_out_there_too() {
        Window window = new Window().enter(person("sellers"));
        String next = location(window.post("/sign-out", ""));
        assertThat(next).isEqualTo("/sign-in?left=" + id);
        assertThat(window.isInside()).isFalse();
        assertThat(window.get(next).body()).contains("/sign-in/with/" + id + "/leave");
        assertThat(location(window.get("/sign-in/with/" + id + "/leave")))
                .startsWith(provider.issuer() + "/leave?client_id=erp&post_logout_redirect_uri=http")
                .contains("%2Fsign-in");
    }

    @Test
    void a_provider_is_offered_by_the_domain_of_an_address() {
        Window window = new Window();
        var offered = window.post("/sign-in/with", "email=Whoever%40SSO.example.com");
        assertThat(offered.statusCode()).isEqualTo(200);
        assertThat(offered.body()).contains("Head office").contains("/sign-in/with/" + id);
        assertThat(offered.headers().firstValue("Refresh")).contains("0; url=/sign-in/with/" + id + "?to=%2F");
        var none = window.post("/sign-in/with", "email=whoever%40example.org");
        refused(none, "No company has said where accounts of that domain are.");
    }

    @Test
    void a_provider_is_registered_with_care() {
        JsonNode shown = api.get("/api/identity-providers/" + id).ok();
        assertThat(shown.toString()).doesNotContain(PretendedProvider.SECRET);
        assertThat(shown.get("secretSet").booleanValue()).isTrue();
        assertThat(api.get("/api/audit?record=" + id).ok().toString())
                .contains("clientSecret")
                .doesNotContain(PretendedProvider.SECRET);
        JsonNode found = api.post("/api/identity-providers/" + id + "/check").ok();
        assertThat(found.get("sound").booleanValue()).isTrue();
        assertThat(found.get("keys").intValue()).isOne();

        bad(Map.of("issuer", "http://idp.example.com")).refused(422, "identity_provider.issuer");
        bad(Map.of("issuer", "file:///etc/passwd")).refused(422, "identity_provider.issuer");
        bad(Map.of("domains", List.of("no domain"))).refused(422, "identity_provider.domain");
        bad(Map.of("roles", List.of(mapping("sellers", "NOBODY")))).refused(422, "role.unknown");
        asUserWith("SALES").post("/api/identity-providers", draft(Map.of())).refused(403, "access.denied");
    }

    private com.company.erp.Answer bad(Map<String, Object> changes) {
        return api.post("/api/identity-providers", draft(changes));
    }

    @Test
    void nothing_inside_is_reached_through_a_provider() {
        var inside = draft(Map.of("issuer", "https://127.0.0.2", "domains", List.of("inside." + DOMAIN)));
        String made =
                api.post("/api/identity-providers", inside).created().get("id").textValue();
        JsonNode found = api.post("/api/identity-providers/" + made + "/check").ok();
        assertThat(found.get("sound").booleanValue()).isFalse();
        assertThat(found.get("problem").textValue()).contains("127.0.0.2", "erp.outgoing.networks");
        refused(new Window().get("/sign-in/with/" + made), "cannot be reached now");
    }

    @Test
    void a_second_factor_is_the_provider_s_to_ask() {
        String path = "/api/second-factor-policy";
        var demand = Map.of("everybody", false, "roles", List.of("AUDITOR"));
        JsonNode asking = api.ifMatch(api.get(path).ok()).put(path, demand).ok();
        try {
            bearing(person("bosses")).get("/api/audit").ok();
        } finally {
            var none = Map.of("everybody", false, "roles", List.of());
            api.ifMatch(asking).put(path, none).ok();
        }
    }

    @Test
    void who_a_provider_speaks_for_gets_no_password_by_letter() {
        var person = person("sellers");
        Window window = new Window().enter(person);
        assertThat(window.isInside()).isTrue();
        assertThat(lettersTo(username(person))).isZero();
        String username = api.get("/api/auth/me").ok().get("username").textValue();
        assertThat(lettersTo(username)).isOne();
    }

    /** In how many companies somebody who forgot the password would be sent a link. */
    private int lettersTo(String username) {
        return jdbc.sql("SELECT count(*) FROM who_forgot(:username)")
                .param("username", username)
                .query(Integer.class)
                .single();
    }

    private Api bearing(Map<String, Object> claims) {
        return stranger().withToken(provider.signed(claims));
    }

    @Test
    void a_token_of_the_provider_is_accepted_by_the_api_and_ends_with_its_person() {
        var person = with(person("sellers"), "sid", "there-1");
        JsonNode me = bearing(person).get("/api/auth/me").ok();
        assertThat(me.get("username").textValue()).isEqualTo(username(person));
        assertThat(me.get("company").textValue()).isEqualTo(company.get("id").textValue());
        assertThat(me.get("permissions").toString()).contains("invoice.read").doesNotContain("audit.read");
        assertThat(roles(person)).containsExactly("SALES");
        Api next = bearing(with(person, "jti", "the next token of the same signing-in"));
        assertThat(next.get("/api/sessions").ok()).hasSize(1);
        String user = me.get("id").textValue();
        assertThat(api.get("/api/sign-ins?user=" + user).ok().get("items")).hasSize(1);

        next.post("/api/sessions/end").expect(204);
        next.get("/api/auth/me").refused(401, "session.revoked");
        bearing(with(person, "jti", "one more")).get("/api/auth/me").refused(401, "token.invalid");

        Api another = bearing(with(person, "sid", "there-2"));
        another.get("/api/invoices").ok();
        api.post("/api/users/" + user + "/deactivate").ok();
        another.get("/api/invoices").refused(401, "session.revoked");
        bearing(with(person, "sid", "there-3")).get("/api/invoices").refused(401, "token.invalid");
    }

    @Test
    void tokens_of_others_or_made_for_something_else_are_no_way_in() {
        var person = person("sellers");
        for (var wrong : List.of(
                with(person, "iss", "https://example.org"),
                with(person, "aud", "another client"),
                with(person, "exp", java.util.Date.from(Instant.now().minusSeconds(600))),
                with(person, "nonce", "that of an identity token"),
                with(person, "at_hash", "that of an identity token"),
                with(person, "typ", "Refresh"),
                with(person, "email_verified", false),
                with(person, "groups", List.of("others")),
                with(person, "email", "a@example.org"))) {
            bearing(wrong).get("/api/auth/me").refused(401, "token.invalid");
        }
        provider.signNothing(true);
        bearing(person).get("/api/auth/me").refused(401, "token.invalid");
        provider.signNothing(false);
        String token = provider.signed(person);
        String changed =
                token.substring(0, token.lastIndexOf('.') - 2) + "x" + token.substring(token.lastIndexOf('.') - 1);
        stranger().withToken(changed).get("/api/auth/me").refused(401, "token.invalid");
        stranger()
                .withToken(provider.signedByTheirPublicKey(person))
                .get("/api/auth/me")
                .refused(401, "token.invalid");
        assertThat(users(person)).isEmpty();
        provider.rotate();
        bearing(person).get("/api/auth/me").ok();
        stranger().withToken(token).get("/api/auth/me").refused(401, "token.invalid");
    }
}
