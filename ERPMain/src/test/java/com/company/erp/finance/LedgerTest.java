package com.company.erp.finance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.company.erp.Api;
import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("oldest")
class LedgerTest extends FinanceScenario {

    private JsonNode rent(String date) {
        return posted(date, "Office rent", debit("6100", "900.00"), credit("1000", "900.00"));
    }

    private String period(String month) {
        for (JsonNode year : api.get("/api/fiscal-years").ok()) {
            for (JsonNode period : year.get("periods")) {
                if (period.get("startsOn").textValue().equals(month + "-01")) {
                    return period.get("id").textValue();
                }
            }
        }
        throw new AssertionError("There is no period " + month);
    }

    private void lock(String month, String state) {
        api.post("/api/periods/" + period(month) + "/lock", Map.of("state", state))
                .ok();
    }

    @Test
    void an_entry_shows_on_both_accounts() {
        JsonNode entry = rent("2026-02-01");

        assertThat(entry.get("number").textValue()).isEqualTo("GEN-2026-00001");
        assertThat(entry.get("lines")).hasSize(2);
        expectBooks("""
                1000 Bank   0.00 900.00
                6100 Rent 900.00   0.00
                """);
        expectSoundLedger();
    }

    @Test
    void an_unbalanced_entry_is_refused_and_consumes_no_number() {
        postEntry("2026-02-01", "Rent", debit("6100", "900.00"), credit("1000", "899.99"))
                .refused(409, "entry.unbalanced");
        postEntry("2026-02-01", "Rent", debit("6100", "900.00")).refused(422, "request.invalid");
        postEntry("2027-02-01", "Rent", debit("6100", "900.00"), credit("1000", "900.00"))
                .refused(409, "period.missing");

        assertThat(rent("2026-02-01").get("number").textValue()).isEqualTo("GEN-2026-00001");
    }

    @Test
    void a_closed_period_refuses_posting() {
        rent("2026-01-31");
        lock("2026-01", "LOCKED");

        postEntry("2026-01-31", "Rent", debit("6100", "900.00"), credit("1000", "900.00"))
                .refused(409, "period.locked");
        assertThat(rent("2026-02-01").get("number").textValue()).isEqualTo("GEN-2026-00002");

        lock("2026-01", "OPEN");
        assertThat(rent("2026-01-15").get("number").textValue()).isEqualTo("GEN-2026-00003");
    }

    @Test
    void a_soft_locked_period_takes_postings_from_who_may_override_and_says_why() {
        lock("2026-01", "SOFT_LOCKED");
        api.post("/api/roles", Map.of("name", "Bookkeeper", "permissions", List.of("entry.post", "entry.read")))
                .created();
        Api bookkeeper = asUserWith("Bookkeeper");
        var entry = entry("2026-01-31", "Rent", debit("6100", "900.00"), credit("1000", "900.00"));

        bookkeeper.post("/api/entries", entry).refused(409, "period.locked");
        JsonNode posted = api.post("/api/entries", entry).created();
        assertThat(posted.get("reason").textValue()).isEqualTo("as the voucher says");

        lock("2026-01", "LOCKED");
        api.post("/api/entries", entry).refused(409, "period.locked");
    }

    @Test
    void a_control_account_is_not_posted_to_by_hand() {
        postEntry("2026-02-01", "Receivable", debit("1200", "100.00"), credit("4000", "100.00"))
                .refused(409, "entry.control_account");
        postEntry("2026-02-01", "Heading", debit("A1", "100.00"), credit("4000", "100.00"))
                .refused(409, "account.not_postable");
    }

    @Test
    void a_reversal_takes_an_entry_back_once_and_both_know_it() {
        JsonNode entry = rent("2026-02-01");
        String path = "/api/entries/" + entry.get("id").textValue();
        var how = Map.of("on", "2026-02-03", "reason", "paid twice");

        JsonNode reversal = api.post(path + "/reverse", how).created();

        assertThat(reversal.get("reverses")).isEqualTo(entry.get("id"));
        assertThat(api.get(path).ok().get("reversedBy")).isEqualTo(reversal.get("id"));
        api.post(path + "/reverse", how).refused(409, "entry.reversed");
        api.post("/api/entries/" + reversal.get("id").textValue() + "/reverse", how)
                .refused(409, "entry.reversed");
        api.post(path + "/reverse", Map.of("on", "2026-01-31", "reason", "too early"))
                .refused(409, "entry.reversed");
        expectBooks("""
                1000 Bank 900.00 900.00
                6100 Rent 900.00 900.00
                """);
    }

    @Test
    void an_accrual_takes_itself_back_on_its_day() {
        var accrual = entry("2026-01-31", "Accrued power", debit("6110", "80.00"), credit("2500", "80.00"));
        accrual.put("reverseOn", "2026-02-01");

        JsonNode posted = api.post("/api/entries", accrual).created();

        assertThat(posted.get("reversedBy").isNull()).isFalse();
        assertThat(trialBalance("to=2026-01-31").at("/totals/debitBalances").textValue())
                .isEqualTo("80.00");
        assertThat(trialBalance("to=2026-02-01").at("/totals/debitBalances").textValue())
                .isEqualTo("0.00");
    }

    @Test
    void a_back_dated_posting_shows_in_every_balance_from_its_day_on() {
        rent("2026-03-01");
        rent("2026-01-10");

        assertThat(trialBalance("to=2026-01-09").get("rows")).isEmpty();
        assertThat(trialBalance("to=2026-01-10").at("/totals/debit").textValue())
                .isEqualTo("900.00");
        assertThat(trialBalance("to=2026-02-28").at("/totals/debit").textValue())
                .isEqualTo("900.00");
        assertThat(trialBalance("to=2026-03-01").at("/totals/debit").textValue())
                .isEqualTo("1800.00");
    }

    @Test
    void a_hundred_parallel_postings_are_numbered_without_gap() {
        var entry = entry("2026-02-01", "Rent", debit("6100", "1.00"), credit("1000", "1.00"));

        List<String> numbers = inParallel(100, () -> postPatiently(entry));

        assertThat(numbers)
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 100)
                        .mapToObj("GEN-2026-%05d"::formatted)
                        .toList());
        expectBooks("""
                1000 Bank   0.00 100.00
                6100 Rent 100.00   0.00
                """);
        expectSoundLedger();
    }

    private static <T> List<T> inParallel(int times, Supplier<T> work) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var started = IntStream.range(0, times)
                    .mapToObj(i -> CompletableFuture.supplyAsync(work, threads))
                    .toList();
            return started.stream().map(CompletableFuture::join).toList();
        }
    }

    private List<CompletableFuture<Integer>> postInBackground(int times, Object entry) {
        return IntStream.range(0, times)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> api.post("/api/entries", entry).status(), Thread::startVirtualThread))
                .toList();
    }

    /** A house that is busy says so and takes the entry later. */
    private String postPatiently(Object entry) {
        Api keyed = api.withKey(UUID.randomUUID().toString());
        for (int attempt = 0; attempt < 50; attempt++) {
            var answer = keyed.post("/api/entries", entry);
            if (answer.status() != 503) return answer.created().get("number").textValue();
        }
        throw new AssertionError("The house stays busy.");
    }

    @Test
    void the_database_itself_refuses_to_change_what_was_posted() throws SQLException {
        String id = rent("2026-02-01").get("id").textValue();
        try (Connection mighty = superuser()) {
            refused(mighty, "UPDATE entry_lines SET debit = 1 WHERE entry_id = '%s'".formatted(id), "record.immutable");
            refused(mighty, "DELETE FROM entry_lines WHERE entry_id = '%s'".formatted(id), "record.immutable");
            refused(mighty, "UPDATE entries SET text = 'Other' WHERE id = '%s'".formatted(id), "record.immutable");
            refused(mighty, "DELETE FROM entries WHERE id = '%s'".formatted(id), "record.immutable");
            refused(mighty, "TRUNCATE entries CASCADE", "record.immutable");
            refused(mighty, "TRUNCATE entry_lines", "record.immutable");
            refused(mighty, """
                    INSERT INTO entry_lines SELECT company_id, gen_random_uuid(), entry_id, 3, entry_date, account_id,
                        debit, credit, currency, amount, party_id, tax_code_id, tax_role, text
                    FROM entry_lines WHERE entry_id = '%s'""".formatted(id), "entry.posted");
        }
        expectSoundLedger();
    }

    @Test
    void the_database_itself_refuses_an_unbalanced_entry() throws SQLException {
        String id = rent("2026-02-01").get("id").textValue();
        String lines = """
                INSERT INTO entry_lines SELECT company_id, gen_random_uuid(), '%s', line_no, entry_date, account_id,
                    debit * 2, credit, currency, amount, party_id, tax_code_id, tax_role, text
                FROM entry_lines WHERE entry_id = '%s';""";
        String head = """
                INSERT INTO entries SELECT company_id, '%s', journal_id, fiscal_year_id, sequence + 1, 'GEN-2026-00002',
                    entry_date, text, reason, document_type, document_id, NULL, posted_by, posted_at, content_hash,
                    chain_hash
                FROM entries WHERE id = '%s'""";
        try (Connection mighty = superuser()) {
            UUID unbalanced = UUID.randomUUID();
            refused(mighty, lines.formatted(unbalanced, id) + head.formatted(unbalanced, id), "entry.unbalanced");
            UUID empty = UUID.randomUUID();
            refused(mighty, head.formatted(empty, id), "entry.unbalanced");
            UUID headless = UUID.randomUUID();
            refused(mighty, lines.formatted(headless, id), "entry_lines_company_id_entry_id_fkey");
        }
        expectSoundLedger();
    }

    private static void refused(Connection connection, String sql, String why) {
        assertThatThrownBy(() -> connection.createStatement().execute(sql))
                .as(sql)
                .isInstanceOf(SQLException.class)
                .hasMessageContaining(why);
    }

    @Test
    void a_change_past_the_application_is_found_and_the_entry_named() throws SQLException {
        rent("2026-02-01");
        String second = rent("2026-02-02").get("id").textValue();
        rent("2026-02-03");
        expectSoundLedger();

        tamper("UPDATE entry_lines SET text = 'Gift' WHERE entry_id = '%s'".formatted(second));
        assertThat(tampered()).containsExactly(second + " the content was changed");
        tamper("UPDATE entry_lines SET text = NULL WHERE entry_id = '%s'".formatted(second));
        expectSoundLedger();

        tamper("UPDATE entry_lines SET entry_date = '2026-03-02' WHERE entry_id = '%s'".formatted(second));
        assertThat(tampered()).containsExactly(second + " the content was changed");
    }

    @Test
    void an_entry_that_vanished_is_missed() throws SQLException {
        rent("2026-02-01");
        String second = rent("2026-02-02").get("id").textValue();
        String third = rent("2026-02-03").get("id").textValue();

        tamper("""
                DELETE FROM entry_lines WHERE entry_id = '%1$s';
                DELETE FROM entries WHERE id = '%1$s'""".formatted(second));

        assertThat(tampered()).containsExactly(third + " an entry before it is missing");
        JsonNode findings = api.post("/api/ledger/check").ok();
        assertThat(findings.get("sound").booleanValue()).isFalse();
        assertThat(findings.get("differences")).isNotEmpty();
    }

    /** Changes rows as somebody could who owns the whole database: no trigger and no foreign key is in the way. */
    private void tamper(String sql) throws SQLException {
        try (Connection mighty = superuser()) {
            mighty.createStatement().execute("SET session_replication_role = replica");
            mighty.createStatement().execute(sql);
        }
    }

    private List<String> tampered() {
        return api.post("/api/ledger/check").ok().get("tampered").findParents("finding").stream()
                .map(found -> found.get("entryId").textValue() + " "
                        + found.get("finding").textValue())
                .toList();
    }

    @Test
    void a_database_session_that_dies_while_posting_leaves_no_half_entry() throws SQLException {
        var entry = entry("2026-02-01", "Rent", debit("6100", "1.00"), credit("1000", "1.00"));
        try (Connection mighty = superuser()) {
            var killing = mighty.prepareStatement("""
                    SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
                    WHERE pid = (SELECT pid FROM pg_stat_activity WHERE query LIKE '%ledger_append%' AND state <> 'idle'
                                 AND pid <> pg_backend_pid() LIMIT 1)""");
            var posting = postInBackground(60, entry);
            int killed = 0;
            while (killed < 10 && posting.stream().anyMatch(p -> !p.isDone())) {
                try (var count = killing.executeQuery()) {
                    count.next();
                    killed += count.getInt(1);
                }
            }
            long acknowledged = posting.stream().filter(p -> p.join() == 201).count();
            assertThat(killed).isPositive();
            assertThat(posting).extracting(CompletableFuture::join).containsOnly(201, 503);

            JsonNode findings = api.post("/api/ledger/check").ok();
            assertThat(findings.get("sound").booleanValue())
                    .as(findings.toString())
                    .isTrue();
            // A session may die between its commit and the answer: then the entry is there, but nobody was told.
            assertThat(findings.get("entries").longValue()).isGreaterThanOrEqualTo(acknowledged);
        }
    }
}
