package com.company.erp.document.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.company.erp.Answer;
import com.company.erp.finance.InvoicingScenario;
import com.company.erp.kernel.Actor;
import com.company.erp.kernel.CompanyId;
import com.company.erp.platform.tenancy.Scope;
import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Invoices that go out by e-mail, to a real mail server that keeps what it gets. */
class MailTest extends InvoicingScenario {

    private static final int TLS_HANDSHAKE = 0x16;

    @Autowired
    private Postman postman;

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void open() {
        server.setUser("billing", "secret word");
        server.start();
    }

    /** What a test left in the queue finds no server any more, and fails for good before the next test. */
    @AfterEach
    void close() {
        server.stop();
        for (int i = 0; i < 7; i++) deliver(10_000);
    }

    private JsonNode useServer(int port) {
        return useServer("127.0.0.1", port, "NONE");
    }

    private JsonNode useServer(String host, int port, String security) {
        var details = new HashMap<String, Object>(
                Map.of("host", host, "port", port, "security", security, "fromAddress", "billing@example.com"));
        details.put("fromName", "L\u00e4mmle GmbH");
        details.put("username", "billing");
        details.put("password", "secret word");
        Answer now = api.get("/api/mail-server");
        return (now.status() == 200 ? api.ifMatch(now.json()) : api.ifMatch(0))
                .put("/api/mail-server", details)
                .ok();
    }

    private String issued() {
        String customer = customer(Map.of(
                "name",
                "Brandt",
                "roles",
                List.of("CUSTOMER"),
                "language",
                "de",
                "contacts",
                List.of(Map.of("name", "Ilse", "email", "Ilse@example.com"))));
        return invoice(customer).line("Work", "1", "100.00", VAT_20).issuedOn("2026-03-02");
    }

    private JsonNode queued(String invoice) {
        return api.post("/api/invoices/" + invoice + "/mails", Map.of()).created();
    }

    /** The postman comes, so much later. */
    private void deliver(long hoursLater) {
        var company = CompanyId.valueOf(this.company.get("id").textValue());
        Scope.run(
                Actor.system(company, "postman"),
                () -> postman.deliver(Instant.now().plus(hoursLater, ChronoUnit.HOURS)));
    }

    private String status(JsonNode mail) {
        return find(mail).get("status").textValue();
    }

    private JsonNode find(JsonNode mail) {
        return api.get("/api/mails/" + mail.get("id").textValue()).ok();
    }

    @Test
    void an_invoice_goes_out_once_with_its_paper_and_the_record_shows_it() throws Exception {
        JsonNode settings = useServer(server.getSmtp().getPort());
        assertThat(settings.toString()).doesNotContain("secret");
        String invoice = issued();
        JsonNode draft = api.get("/api/invoices/%s/mail-preview", invoice).ok();
        assertThat(draft.get("subject").textValue()).startsWith("Rechnung INV-2026-00001 von ");
        assertThat(draft.get("to").textValue()).isEqualTo("Ilse@example.com");

        JsonNode mail = queued(invoice);
        var both = CompletableFuture.allOf(
                CompletableFuture.runAsync(() -> deliver(1)), CompletableFuture.runAsync(() -> deliver(1)));
        both.join();
        deliver(2);

        assertThat(status(mail)).isEqualTo("SENT");
        MimeMessage[] received = server.getReceivedMessages();
        assertThat(received).hasSize(1);
        assertThat(received[0].getSubject()).isEqualTo(draft.get("subject").textValue());
        assertThat(received[0].getFrom()[0].toString()).contains("billing@example.com");
        assertThat(received[0].getMessageID()).contains(mail.get("id").textValue());
        var parts = (MimeMultipart) received[0].getContent();
        assertThat(parts.getBodyPart(1).getFileName()).contains("INV-2026-00001.pdf");
        byte[] paper = parts.getBodyPart(1).getInputStream().readAllBytes();
        assertThat(paper).isEqualTo(api.get("/api/invoices/%s/pdf", invoice).bytes());
        JsonNode listed = api.get("/api/invoices/%s/mails", invoice).ok().get("items");
        assertThat(listed.findValuesAsText("status")).containsExactly("SENT");
        api.post("/api/mails/" + mail.get("id").textValue() + "/retry").refused(409, "mail.not_failed");
    }

    @Test
    void a_server_that_is_away_is_tried_again_later_and_later() throws IOException {
        int port = server.getSmtp().getPort();
        useServer(port);
        server.stop();
        JsonNode mail = queued(issued());
        deliver(0);
        assertThat(status(mail)).isEqualTo("QUEUED");
        JsonNode waiting = find(mail);
        assertThat(waiting.get("attempts").intValue()).isEqualTo(1);
        assertThat(waiting.get("problem").textValue()).isNotBlank();

        for (int i = 0; i < 6; i++) deliver(1_000);
        assertThat(status(mail)).isEqualTo("FAILED");
        JsonNode now = api.get("/api/mail-server").ok();
        var another = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        another.setUser("billing", "secret word");
        another.start();
        try {
            // The password stays, since the host does.
            var details = Map.of(
                    "host", "127.0.0.1",
                    "port", another.getSmtp().getPort(),
                    "security", "NONE",
                    "username", "billing",
                    "fromAddress", "billing@example.com");
            api.ifMatch(now).put("/api/mail-server", details).ok();
            api.post("/api/mails/" + mail.get("id").textValue() + "/retry").ok();
            deliver(2_000);
            assertThat(status(mail)).isEqualTo("SENT");
            assertThat(another.getReceivedMessages()).hasSize(1);
        } finally {
            another.stop();
        }
    }

    @Test
    void what_a_dead_instance_had_in_its_hands_is_left_to_a_person() throws Exception {
        useServer(server.getSmtp().getPort());
        JsonNode mail = queued(issued());
        try (var connection = superuser();
                var statement = connection.createStatement()) {
            statement.executeUpdate(
                    "UPDATE mails SET status = 'SENDING', attempts = 1, taken_at = now() - interval '1 day'"
                            + " WHERE id = '" + mail.get("id").textValue() + "'");
        }
        deliver(0);
        assertThat(status(mail)).isEqualTo("UNCERTAIN");
        assertThat(server.getReceivedMessages()).isEmpty();
        api.post("/api/mails/" + mail.get("id").textValue() + "/retry").ok();
        deliver(1);
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void an_address_that_bounced_or_opted_out_gets_no_more() throws Exception {
        try (var refusing = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.startVirtualThread(() -> refuseAll(refusing));
            api.ifMatch(0)
                    .put(
                            "/api/mail-server",
                            Map.of(
                                    "host", "127.0.0.1",
                                    "port", refusing.getLocalPort(),
                                    "security", "NONE",
                                    "fromAddress", "billing@example.com"))
                    .ok();
            String invoice = issued();
            JsonNode mail = queued(invoice);
            deliver(1);
            assertThat(status(mail)).isEqualTo("BOUNCED");
            api.post("/api/invoices/" + invoice + "/mails", Map.of()).refused(409, "mail.suppressed");
            JsonNode noted = api.get("/api/mail-suppressions").ok().at("/items/0");
            assertThat(noted.get("address").textValue()).isEqualTo("ilse@example.com");
            api.ifMatch(noted)
                    .delete("/api/mail-suppressions/" + noted.get("id").textValue())
                    .noContent();
            queued(invoice);
            api.post("/api/mail-suppressions", Map.of("address", "other@example.com", "bounced", false))
                    .created();
            api.post("/api/invoices/" + invoice + "/mails", Map.of("to", "Other@example.com"))
                    .refused(409, "mail.suppressed");
        }
    }

    /** A mail server that knows nobody. */
    private static void refuseAll(ServerSocket listening) {
        while (!listening.isClosed()) {
            try (Socket line = listening.accept()) {
                var in = new BufferedReader(new InputStreamReader(line.getInputStream(), US_ASCII));
                line.getOutputStream().write("220 here\r\n".getBytes(US_ASCII));
                for (String said = in.readLine(); said != null; said = in.readLine()) {
                    String answer = said.startsWith("RCPT") ? "550 5.1.1 No such user" : "250 fine";
                    line.getOutputStream().write((answer + "\r\n").getBytes(US_ASCII));
                    if (said.startsWith("QUIT")) break;
                }
            } catch (IOException e) {
                return;
            }
        }
    }

    @Test
    void a_server_inside_is_not_reached_unless_the_operator_allows_it() throws IOException {
        try (var inside = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.2"))) {
            for (String security : List.of("NONE", "TLS", "STARTTLS")) {
                useServer("127.0.0.2", inside.getLocalPort(), security);
                JsonNode mail = queued(issued());
                deliver(1);
                assertThat(find(mail).get("problem").textValue()).contains("127.0.0.2", "erp.outgoing.networks");
                assertThat(status(mail)).isEqualTo("QUEUED");
            }
            inside.setSoTimeout(1);
            assertThatThrownBy(inside::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void with_TLS_the_first_thing_said_to_the_server_is_a_handshake() throws Exception {
        try (var listening = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            var first = CompletableFuture.supplyAsync(() -> firstByte(listening));
            useServer("127.0.0.1", listening.getLocalPort(), "TLS");
            queued(issued());
            deliver(1);
            assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo(TLS_HANDSHAKE);
        }
    }

    /** Of the first call; the next finds nobody, instead of somebody who says nothing. */
    private static int firstByte(ServerSocket listening) {
        try (listening;
                Socket line = listening.accept()) {
            return line.getInputStream().read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void without_the_STARTTLS_that_was_asked_for_no_password_is_said() throws Exception {
        useServer("127.0.0.1", server.getSmtp().getPort(), "STARTTLS");
        JsonNode mail = queued(issued());
        deliver(1);
        assertThat(find(mail).get("problem").textValue()).contains("STARTTLS");
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void nothing_is_sent_without_a_server_an_address_or_an_issued_invoice() {
        String invoice = issued();
        String path = "/api/invoices/" + invoice + "/mails";
        api.post(path, Map.of()).refused(409, "mail.not_configured");
        useServer(server.getSmtp().getPort());
        String unknown =
                invoice(customer("Silent")).line("Work", "1", "100.00", VAT_20).issuedOn("2026-03-02");
        api.post("/api/invoices/" + unknown + "/mails", Map.of()).refused(422, "mail.no_address");
        String draft =
                invoice(customer("Silent")).line("Work", "1", "100.00", VAT_20).drafted();
        api.post("/api/invoices/" + draft + "/mails", Map.of("to", "a@example.com"))
                .refused(409, "invoice.not_issued");
        asUserWith("WAREHOUSE").post(path, Map.of()).refused(403, "access.denied");
        newCompany("Elsewhere").post(path, Map.of()).refused(404, "record.unknown");
    }
}
