package com.company.erp.finance.ledger;

import com.company.erp.finance.chart.AccountId;
import com.company.erp.finance.chart.AccountRole;
import com.company.erp.finance.numbering.JournalKind;
import com.company.erp.kernel.Actor;
import com.company.erp.kernel.RuleViolation;
import com.company.erp.kernel.Uuid7;
import com.company.erp.platform.tenancy.Scope;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes entries with plain SQL, in batches: accounts checked in one statement, lines, deltas, and the number last. */
@Component
class Posting {

    private static final String LINES = """
            INSERT INTO entry_lines (company_id, id, entry_id, line_no, entry_date, account_id, debit, credit, currency,
                                     amount, party_id, tax_code_id, tax_role, text)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String DELTAS = """
            INSERT INTO ledger_deltas (company_id, id, account_id, on_date, debit, credit) VALUES (?, ?, ?, ?, ?, ?)""";
    private static final String APPEND =
            "SELECT posted_id, posted_number FROM ledger_append(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final JdbcTemplate batches;
    private final JdbcClient jdbc;
    private final Timer time;

    Posting(JdbcTemplate batches, JdbcClient jdbc, MeterRegistry meters) {
        this.batches = batches;
        this.jdbc = jdbc;
        this.time = meters.timer("erp.posting");
    }

    void write(List<EntryDraft> drafts, boolean control) {
        drafts.forEach(EntryDraft::checkBalance);
        checkAccounts(drafts, control);
        writeLines(drafts);
        writeDeltas(drafts);
    }

    private record AccountState(
            UUID id, String code, @Nullable AccountRole role, boolean usable) {}

    private void checkAccounts(List<EntryDraft> drafts, boolean control) {
        Set<AccountId> used = new HashSet<>();
        drafts.forEach(draft -> draft.lines().forEach(line -> used.add(line.account())));
        List<AccountState> states = jdbc.sql("""
                        SELECT id, code, role, postable AND active AS usable FROM accounts
                        WHERE company_id = :company AND id = ANY (:ids) ORDER BY code""")
                .param("company", Scope.company().value())
                .param("ids", used.stream().map(AccountId::value).toArray(UUID[]::new))
                .query(AccountState.class)
                .list();
        if (states.size() < used.size()) throw new RuleViolation("account.not_postable", "There is no such account.");
        for (AccountState account : states) {
            if (!account.usable) {
                throw new RuleViolation("account.not_postable", "Account " + account.code + " takes no postings.");
            }
            if (!control && account.role != null && account.role.isControl()) {
                throw new RuleViolation(
                        "entry.control_account", "Account " + account.code + " is posted to by its sub-ledger alone.");
            }
        }
    }

    private void writeLines(List<EntryDraft> drafts) {
        UUID company = Scope.company().value();
        List<Object[]> rows = new ArrayList<>();
        for (EntryDraft draft : drafts) {
            int number = 1;
            for (LineDraft line : draft.lines()) rows.add(row(company, draft, line, number++));
        }
        batches.batchUpdate(LINES, rows);
    }

    private static @Nullable Object[] row(UUID company, EntryDraft draft, LineDraft line, int number) {
        BigDecimal base = line.base().amount();
        return new @Nullable Object[] {
            company,
            Uuid7.next(),
            draft.id().value(),
            number,
            draft.date(),
            line.account().value(),
            base.max(BigDecimal.ZERO),
            base.negate().max(BigDecimal.ZERO),
            line.amount().currency().getCurrencyCode(),
            line.amount().amount(),
            line.party(),
            line.tax() == null ? null : line.tax().taxCode(),
            line.tax() == null ? null : line.tax().role().name(),
            line.text()
        };
    }

    private record DeltaKey(AccountId account, LocalDate date) {}

    private void writeDeltas(List<EntryDraft> drafts) {
        UUID company = Scope.company().value();
        Map<DeltaKey, BigDecimal[]> deltas = new HashMap<>();
        for (EntryDraft draft : drafts) {
            for (LineDraft line : draft.lines()) {
                var key = new DeltaKey(line.account(), draft.date());
                var sums = deltas.computeIfAbsent(key, k -> new BigDecimal[] {BigDecimal.ZERO, BigDecimal.ZERO});
                BigDecimal base = line.base().amount();
                if (base.signum() > 0) sums[0] = sums[0].add(base);
                else sums[1] = sums[1].subtract(base);
            }
        }
        List<Object[]> rows = new ArrayList<>();
        deltas.forEach((key, sums) ->
                rows.add(new Object[] {company, Uuid7.next(), key.account.value(), key.date, sums[0], sums[1]}));
        batches.batchUpdate(DELTAS, rows);
    }

    /** Takes the numbers, in the order of dates; from here to the commit the series is held. */
    Map<EntryId, String> number(JournalKind journal, List<EntryDraft> drafts) {
        List<EntryDraft> ordered =
                drafts.stream().sorted(Comparator.comparing(EntryDraft::date)).toList();
        Map<EntryId, String> numbers = new HashMap<>();
        time.record(() -> batches.query(connection -> append(connection, journal, ordered), row -> {
            numbers.put(new EntryId(row.getObject("posted_id", UUID.class)), row.getString("posted_number"));
        }));
        return numbers;
    }

    private static PreparedStatement append(Connection connection, JournalKind journal, List<EntryDraft> drafts)
            throws SQLException {
        Actor actor = Scope.actor();
        boolean reasoned = drafts.stream().allMatch(draft -> draft.reason() != null);
        boolean throughSoftLock = reasoned && Scope.permissions().contains("period.override");
        PreparedStatement statement = connection.prepareStatement(APPEND);
        statement.setString(1, journal.name());
        statement.setArray(
                2, array(connection, "uuid", drafts, draft -> draft.id().value()));
        statement.setArray(3, array(connection, "date", drafts, draft -> Date.valueOf(draft.date())));
        statement.setArray(4, array(connection, "text", drafts, EntryDraft::text));
        statement.setArray(5, array(connection, "text", drafts, EntryDraft::reason));
        statement.setArray(
                6,
                array(
                        connection,
                        "text",
                        drafts,
                        d -> d.document() == null ? null : d.document().type()));
        statement.setArray(
                7,
                array(
                        connection,
                        "uuid",
                        drafts,
                        d -> d.document() == null ? null : d.document().id()));
        statement.setArray(
                8,
                array(
                        connection,
                        "uuid",
                        drafts,
                        d -> d.reverses() == null ? null : d.reverses().value()));
        statement.setObject(9, actor.user().value());
        statement.setBoolean(10, throughSoftLock);
        return statement;
    }

    private static Array array(
            Connection connection, String type, List<EntryDraft> drafts, Function<EntryDraft, @Nullable Object> value)
            throws SQLException {
        return connection.createArrayOf(type, drafts.stream().map(value).toArray());
    }
}
