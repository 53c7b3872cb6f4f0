package com.company.erp.finance.opening;

import static java.util.stream.Collectors.toSet;

import com.company.erp.finance.chart.AccountRole;
import com.company.erp.finance.chart.AccountView;
import com.company.erp.finance.chart.Chart;
import com.company.erp.finance.ledger.BaseCurrency;
import com.company.erp.finance.ledger.EntryDraft;
import com.company.erp.finance.ledger.EntryId;
import com.company.erp.finance.ledger.Ledger;
import com.company.erp.finance.numbering.JournalKind;
import com.company.erp.finance.subledger.OpenItemDraft;
import com.company.erp.finance.subledger.Subledger;
import com.company.erp.kernel.DocumentRef;
import com.company.erp.kernel.Money;
import com.company.erp.masterdata.party.PartyDirectory;
import com.company.erp.masterdata.party.PartyId;
import com.company.erp.platform.audit.AuditLog;
import com.company.erp.platform.imports.ImportDocument;
import com.company.erp.platform.imports.ImportRow;
import com.company.erp.platform.imports.ImportSession;
import com.company.erp.platform.imports.Importer;
import com.company.erp.platform.imports.Refusals;
import com.company.erp.platform.tenancy.Scope;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Imports opening entries; each line on a control account opens an item, so that the two are equal from the start. */
@Component
class OpeningImporter implements Importer<OpeningRow> {

    private final Chart chart;
    private final PartyDirectory parties;
    private final Ledger ledger;
    private final Subledger subledger;
    private final BaseCurrency base;
    private final AuditLog audit;
    private final JdbcTemplate jdbc;

    OpeningImporter(
            Chart chart,
            PartyDirectory parties,
            Ledger ledger,
            Subledger subledger,
            BaseCurrency base,
            AuditLog audit,
            JdbcTemplate jdbc) {
        this.chart = chart;
        this.parties = parties;
        this.ledger = ledger;
        this.subledger = subledger;
        this.base = base;
        this.audit = audit;
        this.jdbc = jdbc;
    }

    @Override
    public String resource() {
        return "opening-balances";
    }

    @Override
    public String permission() {
        return "entry.post";
    }

    @Override
    public Class<OpeningRow> row() {
        return OpeningRow.class;
    }

    @Override
    public String key() {
        return "entry";
    }

    @Override
    public boolean hasLines() {
        return true;
    }

    @Override
    public void check(List<ImportDocument<OpeningRow>> documents, Refusals refusals) {
        Map<String, AccountView> accounts = chart.byCodes(named(documents, OpeningRow::account));
        Map<String, PartyId> known = parties.byCodes(named(documents, OpeningRow::party));
        Currency currency = base.current();
        for (var document : documents) {
            BigDecimal difference = BigDecimal.ZERO;
            for (var row : document.rows()) {
                checkAmounts(row, currency, refusals);
                checkAccount(row, accounts.get(row.value().account()), known, refusals);
                if (!row.value().date().equals(document.value().date())) {
                    refusals.refuse(row, "date", "opening.date", "The rows of an entry have one date.");
                }
                if (hasOneAmount(row.value()))
                    difference = difference.add(row.value().signed());
            }
            if (difference.signum() != 0) {
                String message = "Debits and credits of the entry differ by "
                        + difference.abs().toPlainString() + ".";
                refusals.refuse(document.first(), "debit", "entry.unbalanced", message);
            }
        }
    }

    private static boolean hasOneAmount(OpeningRow row) {
        BigDecimal amount = row.debit() != null ? row.debit() : row.credit();
        return amount != null && amount.signum() > 0 && (row.debit() == null || row.credit() == null);
    }

    private static void checkAmounts(ImportRow<OpeningRow> row, Currency currency, Refusals refusals) {
        OpeningRow value = row.value();
        if (!hasOneAmount(value)) {
            refusals.refuse(row, "debit", "entry.line_amount", "A row has a debit or a credit, more than zero.");
            return;
        }
        refusals.test(row, () -> new Money(value.signed(), currency));
        Currency foreign = value.currency();
        BigDecimal amount = value.amount();
        if ((foreign == null) != (amount == null)) {
            refusals.refuse(
                    row, "amount", "opening.amount", "A currency comes with an amount, and an amount with one.");
        } else if (foreign != null && amount != null) {
            refusals.test(row, () -> new Money(amount, foreign));
            if (amount.signum() <= 0) {
                refusals.refuse(row, "amount", "opening.amount", "What is open is more than zero.");
            }
        }
    }

    private static void checkAccount(
            ImportRow<OpeningRow> row, @Nullable AccountView account, Map<String, PartyId> known, Refusals refusals) {
        OpeningRow value = row.value();
        if (account == null || !account.postable() || !account.active()) {
            refusals.refuse(row, "account", "account.not_postable", "There is no such account that takes postings.");
            return;
        }
        boolean items = account.role() == AccountRole.RECEIVABLE || account.role() == AccountRole.PAYABLE;
        if (!items) {
            if (value.party() != null || value.number() != null || value.dueDate() != null) {
                refusals.refuse(row, "party", "opening.item", "Only rows on a control account name an open document.");
            }
            return;
        }
        if (value.party() == null || value.number() == null || value.dueDate() == null) {
            refusals.refuse(
                    row, "party", "opening.item", "A row on a control account names party, number and due date.");
        } else if (!known.containsKey(value.party())) {
            refusals.refuse(row, "party", "party.unknown", "There is no customer or supplier with this code.");
        }
    }

    /** The heads of the entries that wait for their numbers. */
    private static final class Heads {
        private final List<EntryDraft> drafts = new ArrayList<>();
    }

    @Override
    public void write(List<ImportDocument<OpeningRow>> documents, ImportSession session) {
        var lines = new OpeningLines(
                chart.byCodes(named(documents, OpeningRow::account)),
                parties.byCodes(named(documents, OpeningRow::party)),
                base.current());
        List<EntryDraft> entries = new ArrayList<>();
        Map<EntryId, List<OpenItemDraft>> opened = new HashMap<>();
        List<Object[]> items = new ArrayList<>();
        UUID company = Scope.company().value();
        for (var document : documents) {
            List<OpenItemDraft> drafts = new ArrayList<>();
            EntryId id = EntryId.next();
            var built = document.rows().stream()
                    .map(row -> lines.line(row.value(), item -> {
                        drafts.add(item);
                        items.add(new @Nullable Object[] {
                            company,
                            item.document().id(),
                            item.party(),
                            row.value().number()
                        });
                    }))
                    .toList();
            String text = "Opening balance " + document.value().entry();
            entries.add(new EntryDraft(id, JournalKind.OPENING, document.value().date(), text, null, built));
            opened.put(id, drafts);
            audit.record(
                    new DocumentRef("entry", id),
                    "import",
                    Map.of("entry", document.value().entry()));
        }
        jdbc.batchUpdate("INSERT INTO opening_items (company_id, id, party_id, number) VALUES (?, ?, ?, ?)", items);
        subledger.write(entries, opened);
        Heads heads = session.kept(Heads.class, Heads::new);
        entries.forEach(e ->
                heads.drafts.add(new EntryDraft(e.id(), e.journal(), e.date(), e.text(), e.document(), List.of())));
    }

    @Override
    public void finish(ImportSession session) {
        List<EntryDraft> drafts = session.kept(Heads.class, Heads::new).drafts;
        if (!drafts.isEmpty()) ledger.number(JournalKind.OPENING, drafts);
    }

    private static Set<String> named(
            List<ImportDocument<OpeningRow>> documents, Function<OpeningRow, @Nullable String> code) {
        return documents.stream()
                .flatMap(document -> document.rows().stream())
                .map(row -> code.apply(row.value()))
                .filter(Objects::nonNull)
                .collect(toSet());
    }
}
