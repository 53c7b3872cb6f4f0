package com.company.erp.finance.invoicing;

import com.company.erp.finance.drafting.DefaultsReader;
import com.company.erp.finance.drafting.DraftInvoice;
import com.company.erp.finance.drafting.InvoiceDefaults;
import com.company.erp.finance.drafting.InvoiceHead;
import com.company.erp.finance.fiscal.FiscalYears;
import com.company.erp.finance.fiscal.PeriodState;
import com.company.erp.finance.ledger.EntryDraft;
import com.company.erp.finance.ledger.EntryId;
import com.company.erp.finance.ledger.Ledger;
import com.company.erp.finance.numbering.JournalKind;
import com.company.erp.finance.subledger.OpenItemDraft;
import com.company.erp.finance.subledger.Subledger;
import com.company.erp.kernel.FieldProblem;
import com.company.erp.kernel.InvalidInput;
import com.company.erp.kernel.RuleViolation;
import com.company.erp.masterdata.currency.ExchangeRates;
import com.company.erp.masterdata.currency.RateOn;
import com.company.erp.masterdata.terms.PaymentTerms;
import com.company.erp.platform.imports.ImportDocument;
import com.company.erp.platform.imports.ImportRow;
import com.company.erp.platform.imports.ImportSession;
import com.company.erp.platform.imports.Importer;
import com.company.erp.platform.imports.Refusals;
import com.company.erp.platform.tenancy.Scope;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Imports invoices that another system issued, with their dates and lines. They are posted like our own and get numbers
 * of our series, all of them as one block in the last statements; the foreign number stays as external reference, and
 * none is taken twice.
 */
@Component
class InvoiceImporter implements Importer<InvoiceImportRow> {

    private static final Pattern LINE_FIELD = Pattern.compile("lines\\[(\\d+)]\\.(\\w+)");
    private static final long DAYS_MAX = 3650;

    private final InvoiceImportCodes.Reader codes;
    private final DefaultsReader defaults;
    private final ExchangeRates rates;
    private final FiscalYears years;
    private final Subledger subledger;
    private final Ledger ledger;
    private final EntityManager persistence;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    InvoiceImporter(
            InvoiceImportCodes.Reader codes,
            DefaultsReader defaults,
            ExchangeRates rates,
            FiscalYears years,
            Subledger subledger,
            Ledger ledger,
            EntityManager persistence,
            JdbcClient jdbc,
            ApplicationEventPublisher events) {
        this.codes = codes;
        this.defaults = defaults;
        this.rates = rates;
        this.years = years;
        this.subledger = subledger;
        this.ledger = ledger;
        this.persistence = persistence;
        this.jdbc = jdbc;
        this.events = events;
    }

    @Override
    public String resource() {
        return "invoices";
    }

    @Override
    public String permission() {
        return "invoice.issue";
    }

    @Override
    public Class<InvoiceImportRow> row() {
        return InvoiceImportRow.class;
    }

    @Override
    public String key() {
        return "externalNumber";
    }

    @Override
    public boolean hasLines() {
        return true;
    }

    @Override
    public void check(List<ImportDocument<InvoiceImportRow>> documents, Refusals refusals) {
        InvoiceImportCodes known = codes.read(documents);
        Set<String> taken = taken(documents);
        Set<LocalDate> closed = closedDates(documents);
        List<ImportDocument<InvoiceImportRow>> complete = new ArrayList<>();
        for (var document : documents) {
            ImportRow<InvoiceImportRow> first = document.first();
            if (taken.contains(first.value().externalNumber())) {
                refusals.refuse(first, "externalNumber", "invoice.imported", "The invoice is here already.");
            }
            if (closed.contains(first.value().issueDate())) {
                refusals.refuse(first, "issueDate", "period.locked", "No period is open for this date.");
            }
            for (var row : document.rows()) {
                if (row.value().continues(first.value())) continue;
                refusals.refuse(row, "customer", "invoice.differs", "Lines of one invoice share customer and date.");
            }
            if (known.know(document, refusals)) complete.add(document);
        }
        var issuing = new Issuing(
                defaults.forDrafts(complete.stream().map(known::draft).toList()));
        complete.forEach(document -> issuing.test(document, known.draft(document), refusals));
    }

    /** Imports of a company look one after the other, so that the same file sent twice at once comes in once. */
    private Set<String> taken(List<ImportDocument<InvoiceImportRow>> documents) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended('invoice import ' || :company, 0))::text")
                .param("company", Scope.company().value())
                .query(String.class)
                .single();
        List<String> taken = jdbc.sql("""
                        SELECT i.external_reference FROM invoices i
                        WHERE i.company_id = :company AND i.external_reference = ANY (:numbers) AND i.number IS NOT NULL
                        ORDER BY i.id""")
                .param("company", Scope.company().value())
                .param(
                        "numbers",
                        documents.stream().map(d -> d.value().externalNumber()).toArray(String[]::new))
                .query(String.class)
                .list();
        return new HashSet<>(taken);
    }

    /** In the background, another import may have come in since the check. */
    private void requireNew(List<ImportDocument<InvoiceImportRow>> documents) {
        for (String number : taken(documents)) {
            throw new RuleViolation("invoice.imported", "The invoice " + number + " is here already.");
        }
    }

    private Set<LocalDate> closedDates(List<ImportDocument<InvoiceImportRow>> documents) {
        Set<LocalDate> dates =
                documents.stream().map(d -> d.value().issueDate()).collect(Collectors.toSet());
        for (var year : years.list()) {
            for (var period : year.periods()) {
                if (period.state() != PeriodState.OPEN) continue;
                dates.removeIf(date -> !date.isBefore(period.startsOn()) && !date.isAfter(period.endsOn()));
            }
        }
        return dates;
    }

    /** Blames the row that the path of a draft's field means. */
    private static void refuse(ImportDocument<InvoiceImportRow> document, FieldProblem problem, Refusals refusals) {
        Matcher line = LINE_FIELD.matcher(problem.field());
        boolean ofLine = line.matches();
        var row = ofLine ? document.rows().get(Integer.parseInt(line.group(1))) : document.first();
        refusals.refuse(row, ofLine ? line.group(2) : problem.field(), problem.code(), problem.message());
    }

    @Override
    public void write(List<ImportDocument<InvoiceImportRow>> documents, ImportSession session) {
        requireNew(documents);
        InvoiceImportCodes known = codes.read(documents);
        InvoiceDefaults found =
                defaults.forDrafts(documents.stream().map(known::draft).toList());
        var issuing = new Issuing(found);
        List<EntryDraft> entries = new ArrayList<>();
        Map<EntryId, List<OpenItemDraft>> items = new HashMap<>();
        for (var document : documents) {
            Invoice invoice = issuing.issued(document.value(), known.draft(document));
            persistence.persist(invoice);
            InvoiceView view = invoice.view();
            EntryDraft entry = InvoicePosting.entry(view, found.accounts());
            entries.add(entry);
            items.put(entry.id(), InvoicePosting.items(view, found.accounts()));
            events.publishEvent(new InvoiceEvent.Imported(
                    view.id(), view.type(), document.value().externalNumber(), view.customer(), view.gross()));
        }
        subledger.write(entries, items);
        entries.forEach(session.kept(Unnumbered.class, Unnumbered::new)::add);
    }

    @Override
    public void finish(ImportSession session) {
        session.kept(Unnumbered.class, Unnumbered::new).entries.forEach((journal, entries) -> {
            ledger.number(journal, entries);
            jdbc.sql("""
                            UPDATE invoices i SET number = e.number, version = i.version + 1
                            FROM entries e
                            WHERE e.company_id = :company AND e.id = ANY (:entries)
                              AND i.company_id = e.company_id AND i.id = e.document_id""")
                    .param("company", Scope.company().value())
                    .param(
                            "entries",
                            entries.stream().map(entry -> entry.id().value()).toArray(UUID[]::new))
                    .update();
        });
    }

    /**
     * The entries that wait for their numbers, without their lines, which are written and need no more memory; in the
     * order in which series are taken.
     */
    private static final class Unnumbered {

        private final Map<JournalKind, List<EntryDraft>> entries =
                new TreeMap<>(Comparator.comparing(JournalKind::name));

        private void add(EntryDraft entry) {
            var waiting = new EntryDraft(
                    entry.id(), entry.journal(), entry.date(), entry.text(), entry.document(), List.of());
            entries.computeIfAbsent(entry.journal(), journal -> new ArrayList<>())
                    .add(waiting);
        }
    }

    /** Makes issued invoices of drafts. */
    private final class Issuing {

        private final InvoiceDefaults found;
        private final Map<String, RateOn> known = new HashMap<>();

        private Issuing(InvoiceDefaults found) {
            this.found = found;
        }

        private void test(ImportDocument<InvoiceImportRow> document, DraftInvoice draft, Refusals refusals) {
            try {
                issued(document.value(), draft);
            } catch (InvalidInput refusal) {
                refusal.problems().forEach(problem -> refuse(document, problem, refusals));
            } catch (RuleViolation refusal) {
                refusals.refuse(document.first(), refusal);
            }
        }

        private Invoice issued(InvoiceImportRow row, DraftInvoice draft) {
            InvoiceDefaults.Complete complete = found.complete(draft, row.issueDate());
            Invoice invoice = Invoice.draft(complete.head(), complete.lines());
            RateOn rate = known.computeIfAbsent(
                    complete.head().currency() + " " + row.issueDate(),
                    key -> rates.rate(complete.head().currency(), found.baseCurrency(), row.issueDate()));
            Set<UUID> taxCodes = InvoiceLine.taxCodes(invoice.lines());
            PaymentTerms payment = payment(row, invoice.head());
            invoice.issue(found.issueTerms(invoice.head(), taxCodes, row.issueDate(), payment, rate));
            return invoice;
        }

        private PaymentTerms payment(InvoiceImportRow row, InvoiceHead head) {
            if (row.dueDate() == null) return found.payment(head);
            long days = ChronoUnit.DAYS.between(row.issueDate(), row.dueDate());
            if (days >= 0 && days <= DAYS_MAX) return PaymentTerms.net((int) days);
            throw new InvalidInput(
                    "dueDate", "invoice.due_date", "An invoice is due from its date to ten years later.");
        }
    }
}
