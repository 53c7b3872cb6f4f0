package com.company.erp.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.company.erp.Answer;
import com.company.erp.Api;
import com.company.erp.HttpTest;
import com.company.erp.user.directory.DirectoryFailed;
import com.company.erp.user.directory.DirectoryLine;
import com.company.erp.user.directory.DirectoryPlace;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** People whose password a directory (LDAP) of their company compares. */
class DirectoryTest extends HttpTest {

    private static final String DOMAIN = "ldap.example.com";

    /** Where no other test fails to sign in, which would slow down all who do there. */
    private static final String ADDRESS = "198.51.100.88";

    private static final AtomicInteger PEOPLE = new AtomicInteger();

    @Autowired
    private DirectoryLine line;

    private final PretendedDirectory directory = new PretendedDirectory();
    private String id = "";

    @BeforeAll
    void registerDirectory() {
        id = register(Map.of()).get("id").textValue();
    }

    @AfterAll
    void closeDirectory() {
        directory.close();
    }

    private JsonNode register(Map<String, Object> changes) {
        return api.post("/api/directories", draft(changes)).created();
    }

    private Map<String, Object> draft(Map<String, Object> changes) {
        var draft = new HashMap<String, Object>();
        draft.put("name", "Head office");
        draft.put("enabled", true);
        draft.put("address", directory.address());
        draft.put("bindAccount", PretendedDirectory.READER);
        draft.put("bindPassword", PretendedDirectory.READERS_PASSWORD);
        draft.put("userBase", PretendedDirectory.PEOPLE);
        draft.put("userFilter", "(objectClass=inetOrgPerson)");
        draft.put("nameAttributes", "uid mail");
        draft.put("domains", List.of(DOMAIN));
        draft.put("roles", List.of(mapping("Sellers", "SALES"), mapping("bosses", "AUDITOR")));
        draft.putAll(changes);
        return draft;
    }

    private static Map<String, String> mapping(String group, String role) {
        return Map.of("group", group.equals("*") ? group : PretendedDirectory.group(group), "role", role);
    }

    /** Somebody new of the directory. */
    private String person(String... groups) {
        String name = "person" + PEOPLE.incrementAndGet();
        var dns = List.of(groups).stream().map(PretendedDirectory::group).toArray(String[]::new);
        directory.add(name, name + "@" + DOMAIN, dns);
        return name;
    }

    private Answer login(String name, String password, String... code) {
        var credentials = new HashMap<String, Object>(Map.of("directory", id, "username", name, "password", password));
        if (code.length > 0) credentials.put("code", code[0]);
        return stranger().with("X-Forwarded-For", ADDRESS).post("/api/auth/directory-login", credentials);
    }

    private Api signedIn(String name) {
        JsonNode proof = login(name, PASSWORD).ok();
        assertThat(proof.get("refreshToken").isNull()).isTrue();
        return stranger().withToken(proof.get("accessToken").textValue());
    }

    private List<JsonNode> users(String name) {
        var found = new ArrayList<JsonNode>();
        api.get("/api/users?limit=200&q=" + name + "@" + DOMAIN)
                .ok()
                .get("items")
                .forEach(found::add);
        return found;
    }

    private DirectoryPlace place(String address) {
        return place(address, null);
    }

    private static DirectoryPlace place(String address, @Nullable String certificate) {
        return new DirectoryPlace(
                address,
                PretendedDirectory.READER,
                PretendedDirectory.READERS_PASSWORD,
                certificate,
                PretendedDirectory.PEOPLE,
                null,
                List.of("uid"),
                "entryUUID",
                "mail",
                "memberOf",
                PretendedDirectory.GROUPS);
    }

    @Test
    void the_first_sign_in_makes_an_account_and_every_one_brings_the_roles_of_the_groups() {
        String name = person("sellers", "others");
        Api person = signedIn(name);
        JsonNode me = person.get("/api/auth/me").ok();
        assertThat(me.get("username").textValue()).isEqualTo(name + "@" + DOMAIN);
        assertThat(me.get("permissions").toString()).contains("invoice.read").doesNotContain("audit.read");

        directory.change(name, Map.of("memberOf", PretendedDirectory.group("Bosses"), "mail", "new@elsewhere.org"));
        signedIn(name);
        assertThat(users(name)).hasSize(1);
        assertThat(users(name).getFirst().get("roles").toString()).isEqualTo("[\"AUDITOR\"]");
        directory.change(name, Map.of("memberOf", PretendedDirectory.group("others")));
        login(name, PASSWORD).refused(401, "sign_in.no_role");

        String user = me.get("id").textValue();
        assertThat(api.get("/api/audit?record=" + user + "&action=sign-in").ok().get("items"))
                .hasSize(2);
        assertThat(api.get("/api/audit?record=" + id + "&action=refuse-sign-in")
                        .ok()
                        .toString())
                .contains("sign_in.no_role");
        assertThat(api.get("/api/sign-ins?user=" + user).ok().get("items").findValuesAsText("outcome"))
                .containsExactlyInAnyOrder("SUCCEEDED", "SUCCEEDED", "FAILED");
        api.post("/api/users/" + user + "/deactivate").ok();
        person.get("/api/invoices").refused(401, "session.revoked");
        login(name, PASSWORD).refused(401, "sign_in.deactivated");
    }

    @Test
    void a_wrong_password_and_an_unknown_name_are_told_alike_and_slowed_whatever_name_is_typed() {
        String name = person("sellers");
        signedIn(name).post("/api/auth/logout").noContent();
        String unknown = "nobody" + PEOPLE.incrementAndGet();
        for (String tried : List.of(unknown, name)) {
            for (int i = 0; i < 5; i++) {
                String typed = tried.equals(name) && i % 2 == 0 ? name + "@" + DOMAIN : tried.toUpperCase(Locale.ROOT);
                login(typed, "wrong " + i).refused(401, "sign_in.refused");
            }
            login(tried, PASSWORD).refused(429, "sign_in.slowed");
        }
        assertThat(api.get("/api/audit?record=" + id + "&action=refuse-sign-in")
                        .ok()
                        .toString())
                .contains("sign_in.refused")
                .doesNotContain(unknown);
    }

    @Test
    void nothing_that_is_typed_means_anything_in_a_filter_and_no_empty_password_is_sent() {
        String name = person("sellers");
        for (String hostile :
                List.of("*", name.substring(0, 4) + "*", name + ")(uid=*", "\\2a", name + "\u00ad", " ")) {
            assertThat(line.find(place(directory.address()), hostile)).isNull();
        }
        var found = line.find(place(directory.address()), name);
        assertThat(found).isNotNull();
        assertThat(line.proves(place(directory.address()), found, "")).isFalse();
        assertThat(line.proves(place(directory.address()), found, PASSWORD)).isTrue();
        login("*", PASSWORD).refused(401, "sign_in.refused");
        login(name, "").refused(422, "request.invalid");
    }

    @Test
    void groups_that_name_their_members_are_found_below_their_base() {
        String name = person();
        directory.addGroup("Listing", PretendedDirectory.dn(name));
        var found = line.find(place(directory.address()), name);
        assertThat(found).isNotNull();
        assertThat(found.groups()).containsExactly(DirectoryPlace.plain(PretendedDirectory.group("listing")));
        assertThat(line.bySubject(place(directory.address()), found.subject())).isEqualTo(found);
    }

    @Test
    void a_password_of_the_directory_asks_for_the_second_factor_and_sets_one_up() {
        String name = person("sellers");
        Api person = signedIn(name);
        Phone phone = new Phone(person);
        login(name, PASSWORD).refused(401, "sign_in.code_needed");
        login(name, PASSWORD, "000000").refused(401, "sign_in.code_wrong");
        login(name, PASSWORD, phone.nextCode()).ok();
    }

    @Test
    void what_the_company_asks_of_factors_holds_for_those_of_its_directory() {
        Api admin = newCompany("Zzz asks those of its directory");
        String before = id;
        id = admin.post(
                        "/api/directories",
                        draft(Map.of("domains", List.of("factor." + DOMAIN), "roles", List.of(mapping("*", "ADMIN")))))
                .created()
                .get("id")
                .textValue();
        try {
            String name = "person" + PEOPLE.incrementAndGet();
            directory.add(name, name + "@factor." + DOMAIN);
            admin.ifMatch(0)
                    .put("/api/second-factor-policy", Map.of("everybody", false, "roles", Set.of("ADMIN")))
                    .ok();
            JsonNode proof = login(name, PASSWORD).ok();
            assertThat(proof.get("mustAddSecondFactor").booleanValue()).isTrue();
            Api person = stranger().withToken(proof.get("accessToken").textValue());
            person.get("/api/parties").refused(403, "second_factor.required");
            new Phone(person);
            person.get("/api/parties").ok();
        } finally {
            id = before;
        }
    }

    @Test
    void the_password_is_proved_anew_by_the_directory_and_changed_there_alone() {
        String name = person("sellers");
        Api person = signedIn(name);
        person.post("/api/auth/step-up", Map.of("currentPassword", "not that one"))
                .refused(422, "password.wrong");
        person.post("/api/auth/step-up", Map.of("currentPassword", PASSWORD)).noContent();
        var change = Map.of("currentPassword", PASSWORD, "newPassword", "another horse staple battery");
        person.post("/api/auth/password", change).refused(409, "password.elsewhere");
        stranger()
                .post("/api/auth/login", Map.of("username", name + "@" + DOMAIN, "password", PASSWORD))
                .refused(401, "sign_in.refused");
    }

    @Test
    void only_addresses_of_the_directory_s_domains_make_or_open_an_account() {
        String name = "person" + PEOPLE.incrementAndGet();
        directory.add(name, name + "@elsewhere.example.org", PretendedDirectory.group("sellers"));
        login(name, PASSWORD).refused(401, "sign_in.address_foreign");
        directory.change(name, Map.of("mail", "person1@evil." + DOMAIN));
        login(name, PASSWORD).refused(401, "sign_in.address_foreign");
        newCompany("Speaks elsewhere")
                .post("/api/directories", draft(Map.of("roles", List.of())))
                .refused(409, "identity_provider.domain_taken");
    }

    @Test
    void a_directory_that_is_switched_off_takes_its_sessions_along() {
        JsonNode made = register(Map.of("domains", List.of("off." + DOMAIN), "roles", List.of(mapping("*", "SALES"))));
        String before = id;
        id = made.get("id").textValue();
        try {
            String name = "person" + PEOPLE.incrementAndGet();
            directory.add(name, name + "@off." + DOMAIN);
            Api person = signedIn(name);
            person.get("/api/parties").ok();
            var off = draft(Map.of("enabled", false, "domains", List.of("off." + DOMAIN)));
            off.remove("bindPassword");
            JsonNode changed =
                    api.ifMatch(made).put("/api/directories/" + id, off).ok();
            assertThat(changed.get("passwordSet").booleanValue()).isTrue();
            person.get("/api/parties").refused(401, "session.revoked");
            login(name, PASSWORD).refused(404, "identity_provider.unknown");
            api.ifMatch(changed).delete("/api/directories/" + id).noContent();
        } finally {
            id = before;
        }
    }

    @Test
    void its_account_s_password_is_shown_to_nobody_and_sent_to_no_other_address() {
        JsonNode made = register(Map.of("domains", List.of("secret." + DOMAIN)));
        String at = "/api/directories/" + made.get("id").textValue();
        assertThat(made.toString()).doesNotContain(PretendedDirectory.READERS_PASSWORD);
        assertThat(api.get("/api/audit?record=" + made.get("id").textValue())
                        .ok()
                        .toString())
                .contains("\"***\"")
                .doesNotContain(PretendedDirectory.READERS_PASSWORD, "\"secret\":\"");
        var moved = draft(Map.of("domains", List.of("secret." + DOMAIN), "address", "ldaps://evil.example.org"));
        moved.remove("bindPassword");
        api.ifMatch(made).put(at, moved).refused(422, "identity_provider.secret_anew");
    }

    @Test
    void the_test_of_a_directory_says_what_is_wrong() {
        assertThat(problem(Map.of())).isNull();
        assertThat(problem(Map.of("bindPassword", "wrong"))).contains("does not let the account in");
        assertThat(problem(Map.of("userBase", "ou=nowhere," + PretendedDirectory.BASE)))
                .contains("does not exist");
        assertThat(problem(Map.of("userFilter", "(uid=none)"))).contains("Nobody is found");
        assertThat(problem(Map.of("subjectAttribute", "objectGUID"))).contains("does not tell objectGUID");
        assertThat(problem(Map.of("address", "ldap://127.0.0.1:1"))).contains("Nobody answers at 127.0.0.1:1");
        String port = directory.address().replaceAll(".*:", "");
        assertThat(problem(Map.of("address", "ldaps://127.0.0.1:" + port))).contains("127.0.0.1:" + port);
    }

    private @Nullable String problem(Map<String, Object> changes) {
        JsonNode made = register(withOwnDomain(changes));
        JsonNode found = api.post("/api/directories/" + made.get("id").textValue() + "/check")
                .ok();
        api.ifMatch(made)
                .delete("/api/directories/" + made.get("id").textValue())
                .noContent();
        return found.get("problem").textValue();
    }

    private static Map<String, Object> withOwnDomain(Map<String, Object> changes) {
        var whole = new HashMap<>(changes);
        whole.put("domains", List.of("test." + DOMAIN));
        return whole;
    }

    @Test
    void tls_is_spoken_with_whom_the_certificate_names_and_somebody_trusted_signed(@TempDir Path folder)
            throws Exception {
        Path store = PretendedDirectory.keyStore(folder);
        String pem = PretendedDirectory.pem(store);
        try (var secure = new PretendedDirectory(store)) {
            secure.add("erika", "erika@" + DOMAIN);
            // In capitals the name is not one of this machine's, to which plain text may go.
            for (String address :
                    List.of("ldaps://localhost:" + secure.port("tls"), "ldap://LOCALHOST:" + secure.port("plain"))) {
                var found = line.find(place(address, pem), "erika");
                assertThat(found).as(address).isNotNull();
                assertThat(line.proves(place(address, pem), found, PASSWORD)).isTrue();
                assertThat(line.proves(place(address, pem), found, "wrong")).isFalse();
                assertThat(line.proves(place(address, pem), null, PASSWORD)).isFalse();
                assertThatThrownBy(() -> line.find(place(address), "erika"))
                        .isInstanceOf(DirectoryFailed.class)
                        .hasMessageContaining("nobody who is trusted signed its certificate");
            }
            String otherName = "ldaps://127.0.0.1:" + secure.port("tls");
            assertThatThrownBy(() -> line.find(place(otherName, pem), "erika")).isInstanceOf(DirectoryFailed.class);
            String withoutTls = directory.address().replace("127.0.0.1", "LOCALHOST");
            assertThatThrownBy(() -> line.find(place(withoutTls, pem), "erika")).isInstanceOf(DirectoryFailed.class);
        }
    }

    @Test
    void no_address_inside_is_reached_and_nothing_is_sent_without_tls_but_to_this_machine() {
        assertThatThrownBy(() -> line.find(place("ldaps://127.0.0.3"), "somebody"))
                .isInstanceOf(DirectoryFailed.class)
                .hasMessageContaining("erp.outgoing.networks");
        for (String wrong :
                List.of("http://127.0.0.1", "ldap://", "ldaps://a.example.com/dc=x", "ldaps://x@a.example.com")) {
            api.post("/api/directories", draft(Map.of("address", wrong))).refused(422, "directory.address");
        }
        api.post("/api/directories", draft(Map.of("userFilter", "(uid"))).refused(422, "directory.filter");
        api.post("/api/directories", draft(Map.of("userBase", "no name"))).refused(422, "directory.name");
        api.post("/api/directories", draft(Map.of("certificate", "none"))).refused(422, "directory.certificate");
    }
}
