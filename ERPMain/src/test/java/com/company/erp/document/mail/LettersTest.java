package com.company.erp.document.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.company.erp.Answer;
import com.company.erp.Api;
import com.company.erp.HttpTest;
import com.company.erp.hostile.PageVisitor;
import com.company.erp.kernel.Actor;
import com.company.erp.kernel.CompanyId;
import com.company.erp.platform.tenancy.Scope;
import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Letters of the house to its users: invitations, forgotten passwords, changed addresses, warnings. */
class LettersTest extends HttpTest {

    private static final AtomicInteger PEOPLE = new AtomicInteger();
    private static final Pattern LINK =
            Pattern.compile("https://erp\\.example\\.com(/[a-z-]+)\\?token=([A-Za-z0-9_-]+)");
    private static final String CHOSEN = "a password by a link";

    @Autowired
    private Postman postman;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private String somebody;

    @BeforeEach
    void open() {
        server.start();
        Answer now = api.get("/api/mail-server");
        (now.status() == 200 ? api.ifMatch(now.json()) : api.ifMatch(0))
                .put(
                        "/api/mail-server",
                        Map.of(
                                "host", "127.0.0.1",
                                "port", server.getSmtp().getPort(),
                                "security", "NONE",
                                "fromAddress", "erp@example.com"))
                .ok();
        somebody = "person" + PEOPLE.incrementAndGet() + "@letters.example.com";
    }

    @AfterEach
    void close() {
        server.stop();
    }

    private record Received(String to, String subject, String text) {

        private String token(String page) {
            var link = LINK.matcher(text);
            assertThat(link.find()).as(text).isTrue();
            assertThat(link.group(1)).isEqualTo(page);
            return link.group(2);
        }
    }

    /** All that came since the server was started, after the postman was there. */
    private List<Received> received() {
        var id = CompanyId.valueOf(company.get("id").textValue());
        Scope.run(
                Actor.system(id, "postman"), () -> postman.deliver(Instant.now().plus(1, ChronoUnit.HOURS)));
        return Arrays.stream(server.getReceivedMessages())
                .map(LettersTest::read)
                .toList();
    }

    private static Received read(MimeMessage message) {
        try {
            Object content = message.getContent();
            while (content instanceof MimeMultipart parts)
                content = parts.getBodyPart(0).getContent();
            return new Received(
                    message.getAllRecipients()[0].toString(),
                    message.getSubject(),
                    content.toString().replace("\r\n", "\n"));
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Received awaitLetter() {
        var letters = new ArrayList<Received>();
        Awaitility.await().until(() -> {
            letters.clear();
            letters.addAll(received());
            return !letters.isEmpty();
        });
        assertThat(letters).hasSize(1);
        return letters.getFirst();
    }

    private JsonNode invite(String language) {
        return api.post(
                        "/api/users",
                        Map.of(
                                "username",
                                somebody,
                                "name",
                                "Some body",
                                "roles",
                                List.of("SALES"),
                                "language",
                                language))
                .created();
    }

    private Answer choose(String token, String password) {
        return stranger().post("/api/auth/choose-password", Map.of("token", token, "newPassword", password));
    }

    /** A member who has chosen a password by the link of the invitation. */
    private Api member() {
        invite("en");
        choose(awaitLetter().token("/welcome"), CHOSEN).noContent();
        server.stop();
        server.start();
        JsonNode now = api.get("/api/mail-server").ok();
        api.ifMatch(now)
                .put(
                        "/api/mail-server",
                        Map.of(
                                "host", "127.0.0.1",
                                "port", server.getSmtp().getPort(),
                                "security", "NONE",
                                "fromAddress", "erp@example.com"))
                .ok();
        return stranger().signedIn(somebody, CHOSEN, null);
    }

    @Test
    void who_is_invited_chooses_a_password_by_a_link_that_is_good_once() {
        JsonNode invited = invite("de");
        assertThat(invited.get("invitationSent").booleanValue()).isTrue();
        assertThat(invited.get("oneTimePassword").isNull()).isTrue();
        assertThat(queued()).doesNotContain("token=");

        Received letter = awaitLetter();
        assertThat(letter.to()).isEqualTo(somebody);
        assertThat(letter.subject()).startsWith("Sie sind eingeladen");
        String token = letter.token("/welcome");
        choose(token, "short").refused(422, "password.weak");
        choose(token, CHOSEN).noContent();
        choose(token, "another " + CHOSEN).refused(422, "link.used");
        stranger().signedIn(somebody, CHOSEN, null).get("/api/company").ok();
        assertThat(queued()).isEmpty();
    }

    /** What the queue of the company holds of letters that were not handed over, in whatever column. */
    private String queued() {
        var id = CompanyId.valueOf(company.get("id").textValue());
        List<String> waiting = Scope.get(
                Actor.system(id, "test"),
                () -> transaction.execute(status -> jdbc.sql(
                                "SELECT body || sealed_body FROM mails WHERE sealed_body IS NOT NULL ORDER BY id")
                        .query(String.class)
                        .list()));
        return String.join("\n", waiting);
    }

    @Test
    void without_a_mail_server_or_an_address_or_when_wanted_the_password_is_printed() {
        Api elsewhere = newCompany("No mail");
        var user = Map.of("username", somebody, "name", "S", "roles", List.of("SALES"));
        assertThat(elsewhere
                        .post("/api/users", user)
                        .created()
                        .get("oneTimePassword")
                        .textValue())
                .isNotEmpty();
        var nameless = Map.of("username", "no-address" + somebody.hashCode(), "name", "N", "roles", List.of("SALES"));
        assertThat(api.post("/api/users", nameless)
                        .created()
                        .get("oneTimePassword")
                        .textValue())
                .isNotEmpty();
        assertThat(received()).isEmpty();
    }

    @Test
    void who_forgot_the_password_chooses_another_and_all_sessions_end() {
        Api member = member();
        stranger()
                .post("/api/auth/forgot-password", Map.of("username", somebody))
                .expect(202);
        String token = awaitLetter().token("/welcome");
        member.get("/api/auth/me").ok();

        choose(token, "another " + CHOSEN).noContent();
        member.get("/api/auth/me").refused(401, "session.revoked");
        stranger()
                .post("/api/auth/login", Map.of("username", somebody, "password", CHOSEN))
                .refused(401, "sign_in.refused");
        String id = stranger()
                .signedIn(somebody, "another " + CHOSEN, null)
                .get("/api/auth/me")
                .ok()
                .get("id")
                .textValue();
        assertThat(api.get("/api/audit?record=" + id).ok().get("items").findValuesAsText("action"))
                .contains("send-password-link", "choose-password");
    }

    @Test
    void an_unknown_user_is_answered_alike_and_nobody_gets_letters_in_heaps() {
        stranger()
                .post("/api/auth/forgot-password", Map.of("username", "nobody@letters.example.com"))
                .expect(202);
        member();
        for (int i = 0; i < 5; i++) {
            stranger()
                    .post("/api/auth/forgot-password", Map.of("username", somebody))
                    .expect(202);
        }
        awaitLetter();
        choose("AAAA", CHOSEN).refused(422, "link.used");
    }

    @Test
    void an_address_changes_once_both_sides_have_said_yes() {
        Api member = member();
        String other = "other-" + somebody;
        member.post("/api/auth/email", Map.of("email", other, "currentPassword", "wrong " + CHOSEN))
                .refused(422, "password.wrong");
        member.post("/api/auth/email", Map.of("email", other, "currentPassword", CHOSEN))
                .expect(202);
        List<Received> letters = received();
        assertThat(letters).extracting(Received::to).containsExactlyInAnyOrder(somebody, other);

        assertThat(confirm(letters.get(0))).isFalse();
        stranger()
                .post("/api/auth/confirm-email", Map.of("token", letters.get(0).token("/confirm-email")))
                .refused(422, "link.used");
        assertThat(member.get("/api/auth/me").ok().get("username").textValue()).isEqualTo(somebody);
        assertThat(confirm(letters.get(1))).isTrue();
        assertThat(member.get("/api/auth/me").ok().get("username").textValue()).isEqualTo(other);
        stranger().signedIn(other, CHOSEN, null).get("/api/company").ok();
    }

    private boolean confirm(Received letter) {
        return stranger()
                .post("/api/auth/confirm-email", Map.of("token", letter.token("/confirm-email")))
                .ok()
                .get("changed")
                .booleanValue();
    }

    @Test
    void the_owner_of_a_session_is_told_when_an_old_token_comes_back() {
        member();
        JsonNode signedIn = stranger()
                .post("/api/auth/login", Map.of("username", somebody, "password", CHOSEN))
                .ok();
        var old = Map.of("refreshToken", signedIn.get("refreshToken").textValue());
        stranger().post("/api/auth/refresh", old).ok();
        stranger().post("/api/auth/refresh", old).refused(401, "session.revoked");

        Received letter = awaitLetter();
        assertThat(letter.to()).isEqualTo(somebody);
        assertThat(letter.subject()).contains("sessions was ended");
    }

    @Test
    void the_pages_lead_through_it_and_tell_nobody_the_address_that_holds_the_secret() {
        invite("en");
        String token = awaitLetter().token("/welcome");
        PageVisitor visitor = PageVisitor.at(address());
        Answer page = visitor.get("/welcome?token=" + token);
        assertThat(page.expect(200).text()).contains(token, "Choose a password");
        assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");

        visitor.post("/welcome", Map.of("token", token, "newPassword", "short")).expect(422);
        visitor.post("/welcome", Map.of("token", token, "newPassword", CHOSEN)).expect(303);
        stranger().signedIn(somebody, CHOSEN, null).get("/api/company").ok();
        assertThat(visitor.get("/forgot-password").expect(200).text()).contains("Forgot your password");
        visitor.post("/forgot-password", Map.of("username", "nobody@letters.example.com"))
                .expect(303);
        assertThat(visitor.get("/confirm-email?token=AAAA").expect(200).text()).contains("Confirm");
        visitor.post("/confirm-email", Map.of("token", "AAAA")).expect(422);
    }
}
