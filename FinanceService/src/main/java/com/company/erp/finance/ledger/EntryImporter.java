package com.company.erp.finance.ledger;

import com.company.erp.finance.chart.AccountRole;
import com.company.erp.finance.chart.AccountView;
import com.company.erp.finance.chart.Chart;
import com.company.erp.finance.fiscal.FiscalYears;
import com.company.erp.finance.ledger.TaxMark.TaxRole;
import com.company.erp.finance.numbering.JournalKind;
import com.company.erp.kernel.InvalidInput;
import com.company.erp.kernel.Money;
import com.company.erp.masterdata.tax.TaxCodeBook;
import com.company.erp.masterdata.tax.TaxCodeId;
import com.company.erp.platform.imports.ImportDocument;
import com.company.erp.platform.imports.ImportRow;
import com.company.erp.platform.imports.ImportSession;
import com.company.erp.platform.imports.Importer;
import com.company.erp.platform.imports.Refusals;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Imports journal entries, one line a row, by the rules of entries written by hand; all numbered as one block. */
@Component
class EntryImporter implements Importer<EntryFileRow> {

    private final Chart chart;
    private final TaxCodeBook taxCodes;
    private final FiscalYears years;
    private final Ledger ledger;
    private final BaseCurrency base;
    private final ApplicationEventPublisher events;

    EntryImporter(
            Chart chart,
            TaxCodeBook taxCodes,
            FiscalYears years,
            Ledger ledger,
            BaseCurrency base,
            ApplicationEventPublisher events) {
        this.chart = chart;
        this.taxCodes = taxCodes;
        this.years = years;
        this.ledger = ledger;
        this.base = base;
        this.events = events;
    }

    @Override
    public String resource() {
        return "entries";
    }

    @Override
    public String permission() {
        return "entry.post";
    }

    @Override
    public Class<EntryFileRow> row() {
        return EntryFileRow.class;
    }

    @Override
    public String key() {
        return "entry";
    }

    @Override
    public boolean hasLines() {
        return true;
    }

    /** What the codes of a batch stand for; a code that is not known is absent. */
    private record Codes(Map<String, AccountView> accounts, Map<String, TaxCodeId> taxCodes, Currency currency) {}

    private Codes codes(List<ImportDocument<EntryFileRow>> documents) {
        return new Codes(
                chart.byCodes(named(documents, EntryFileRow::account)),
                taxCodes.byCodes(named(documents, EntryFileRow::taxCode)),
                base.current());
    }

    private static Set<String> named(
            List<ImportDocument<EntryFileRow>> documents, Function<EntryFileRow, @Nullable String> code) {
        return documents.stream()
                .flatMap(document -> document.rows().stream())
                .map(row -> code.apply(row.value()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    @Override
    public void check(List<ImportDocument<EntryFileRow>> documents, Refusals refusals) {
        Codes codes = codes(documents);
        Set<LocalDate> closed = years.closed(documents.stream()
                .map(document -> document.value().date())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        for (var document : documents) {
            checkHead(document, closed, refusals);
            boolean complete = true;
            for (var row : document.rows()) complete &= checkLine(row, codes, refusals);
            if (complete) {
                refusals.test(document.first(), () -> draft(document, codes).checkBalance());
            }
        }
    }

    private static void checkHead(ImportDocument<EntryFileRow> document, Set<LocalDate> closed, Refusals refusals) {
        ImportRow<EntryFileRow> first = document.first();
        LocalDate date = first.value().date();
        if (date == null) refusals.refuse(first, "date", "field.not_null", "An entry has a date.");
        else if (closed.contains(date)) {
            refusals.refuse(first, "date", "period.locked", "No period is open for this date.");
        }
        String text = first.value().text();
        if (text == null) refusals.refuse(first, "text", "field.not_blank", "An entry says what it is for.");
        for (var row : document.rows()) {
            if (row.value().continues(first.value())) continue;
            refusals.refuse(row, "entry", "entry.differs", "Lines of one entry share date, text and reason.");
        }
    }

    /** Whether the line is complete enough to be added up. */
    private static boolean checkLine(ImportRow<EntryFileRow> row, Codes codes, Refusals refusals) {
        EntryFileRow line = row.value();
        AccountView account = codes.accounts.get(line.account());
        if (account == null || !account.postable() || !account.active()) {
            refusals.refuse(row, "account", "account.not_postable", "No account with this code takes postings.");
        } else if (account.role() != null && account.role().isControl()) {
            refusals.refuse(row, "account", "entry.control_account", "It is posted to by its sub-ledger alone.");
        }
        if (line.taxCode() != null && !codes.taxCodes.containsKey(line.taxCode())) {
            refusals.refuse(row, "taxCode", "tax_code.unknown", "There is no such tax code.");
        }
        if (line.taxCode() == null && line.taxRole() != null) {
            refusals.refuse(row, "taxCode", "entry.tax_mark", "A role in tax comes with a tax code.");
        }
        try {
            amount(line, codes.currency);
        } catch (InvalidInput refusal) {
            refusals.refuse(row, "debit", refusal.code(), String.valueOf(refusal.getMessage()));
            return false;
        }
        return account != null && (line.taxCode() == null || codes.taxCodes.containsKey(line.taxCode()));
    }

    private static Money amount(EntryFileRow line, Currency currency) {
        BigDecimal amount = line.debit() != null ? line.debit() : line.credit();
        if (amount == null || line.debit() != null && line.credit() != null || amount.signum() <= 0) {
            throw new InvalidInput("debit", "entry.line_amount", "A line has a debit or a credit, more than zero.");
        }
        var money = new Money(amount, currency);
        return line.debit() != null ? money : money.negate();
    }

    private static EntryDraft draft(ImportDocument<EntryFileRow> document, Codes codes) {
        EntryFileRow head = document.value();
        List<LineDraft> lines = new ArrayList<>();
        for (var row : document.rows()) {
            EntryFileRow line = row.value();
            AccountView account = Objects.requireNonNull(codes.accounts.get(line.account()), "checked");
            Money amount = amount(line, codes.currency);
            lines.add(new LineDraft(account.id(), amount, amount, null, mark(line, account, codes), line.lineText()));
        }
        return new EntryDraft(
                EntryId.next(),
                JournalKind.GENERAL,
                head.date() == null ? LocalDate.EPOCH : head.date(),
                head.text() == null ? "" : head.text(),
                head.reason(),
                null,
                null,
                lines);
    }

    private static @Nullable TaxMark mark(EntryFileRow line, AccountView account, Codes codes) {
        if (line.taxCode() == null) return null;
        TaxRole usual = account.role() == AccountRole.TAX ? TaxRole.TAX : TaxRole.BASE;
        TaxCodeId code = Objects.requireNonNull(codes.taxCodes.get(line.taxCode()), "checked");
        return new TaxMark(code.value(), line.taxRole() == null ? usual : line.taxRole());
    }

    @Override
    public void write(List<ImportDocument<EntryFileRow>> documents, ImportSession session) {
        Codes codes = codes(documents);
        List<EntryDraft> entries = new ArrayList<>();
        for (var document : documents) {
            EntryDraft entry = draft(document, codes);
            entries.add(entry);
            events.publishEvent(new EntryImported(entry.id(), document.value().entry()));
        }
        ledger.write(entries);
        entries.forEach(session.kept(Unnumbered.class, Unnumbered::new)::add);
    }

    @Override
    public void finish(ImportSession session) {
        List<EntryDraft> entries = session.kept(Unnumbered.class, Unnumbered::new).entries;
        if (!entries.isEmpty()) ledger.number(JournalKind.GENERAL, entries);
    }

    /** The entries that wait for their numbers, without their lines, which are written and need no more memory. */
    private static final class Unnumbered {

        private final List<EntryDraft> entries = new ArrayList<>();

        private void add(EntryDraft e) {
            entries.add(new EntryDraft(
                    e.id(), e.journal(), e.date(), e.text(), e.reason(), e.document(), e.reverses(), List.of()));
        }
    }
}
