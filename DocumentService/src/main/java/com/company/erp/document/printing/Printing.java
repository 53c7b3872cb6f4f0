package com.company.erp.document.printing;

import com.company.erp.document.attachment.Attaching;
import com.company.erp.document.attachment.FileContent;
import com.company.erp.document.attachment.Retention;
import com.company.erp.document.press.BrokenTemplate;
import com.company.erp.document.press.PdfPress;
import com.company.erp.document.press.Sheet;
import com.company.erp.document.storage.FileStore;
import com.company.erp.document.storage.Incoming;
import com.company.erp.finance.dunning.Dunning;
import com.company.erp.finance.dunning.DunningId;
import com.company.erp.finance.invoicing.InvoiceId;
import com.company.erp.finance.invoicing.InvoiceStatus;
import com.company.erp.finance.invoicing.InvoiceView;
import com.company.erp.finance.invoicing.Invoicing;
import com.company.erp.finance.payment.Paying;
import com.company.erp.finance.payment.PaymentId;
import com.company.erp.finance.payment.PaymentKind;
import com.company.erp.finance.payment.PaymentRow;
import com.company.erp.finance.payment.PaymentView;
import com.company.erp.finance.receivables.Receivables;
import com.company.erp.kernel.InvalidInput;
import com.company.erp.kernel.NotFound;
import com.company.erp.kernel.RuleViolation;
import com.company.erp.masterdata.party.PartyId;
import com.company.erp.platform.access.Door;
import com.company.erp.platform.access.Needs;
import com.company.erp.platform.access.Refuses;
import com.company.erp.platform.web.Page;
import com.company.erp.platform.web.Paging;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Prints documents. Each call is one transaction, joined if one is open. */
@Door
public class Printing {

    private static final Set<InvoiceStatus> UNISSUED = EnumSet.of(InvoiceStatus.DRAFT, InvoiceStatus.CANCELLED);
    private static final int MOST_PAYMENTS = 2_000;
    private static final int PAGE = 500;
    private static final int MOST_AT_ONCE = 200;

    private final Invoicing invoicing;
    private final Receivables receivables;
    private final Dunning dunning;
    private final Paying paying;
    private final Attaching attaching;
    private final FileStore files;
    private final Sheets sheets;
    private final OwnTemplates templates;
    private final PdfPress press;
    private final JdbcClient jdbc;

    Printing(
            Invoicing invoicing,
            Receivables receivables,
            Dunning dunning,
            Paying paying,
            Attaching attaching,
            FileStore files,
            Sheets sheets,
            OwnTemplates templates,
            PdfPress press,
            JdbcClient jdbc) {
        this.invoicing = invoicing;
        this.receivables = receivables;
        this.dunning = dunning;
        this.paying = paying;
        this.attaching = attaching;
        this.files = files;
        this.sheets = sheets;
        this.templates = templates;
        this.press = press;
        this.jdbc = jdbc;
    }

    /**
     * The paper of an invoice or credit note as PDF/A. That of an issued one is made once, kept among its files for the
     * term of vouchers, and the same for ever, whatever the letterhead becomes; a draft's is made each time.
     *
     * @throws NotFound invoice.unknown
     * @throws RuleViolation storage.foreign, template.broken
     */
    @Needs("invoice.print")
    @Refuses({"invoice.unknown", "record.unknown", "storage.foreign", "template.broken"})
    public FileContent printInvoice(InvoiceId id) {
        InvoiceView invoice = invoicing.find(id);
        if (UNISSUED.contains(invoice.status())) return fresh(PaperKind.INVOICE, sheets.invoice(invoice));
        return once("invoices", id.value(), Retention.VOUCHER, PaperKind.INVOICE, () -> sheets.invoice(invoice));
    }

    /**
     * The papers of several invoices and credit notes one behind the other, in the order given, to be put on paper.
     *
     * @throws NotFound invoice.unknown
     * @throws InvalidInput print.number
     */
    @Needs("invoice.print")
    @Refuses({"invoice.unknown", "record.unknown", "storage.foreign", "template.broken", "print.number"})
    public FileContent printInvoices(List<InvoiceId> ids) {
        if (ids.isEmpty() || ids.size() > MOST_AT_ONCE) {
            throw new InvalidInput("id", "print.number", "Between 1 and " + MOST_AT_ONCE + " are printed at once.");
        }
        try {
            var bound = new ByteArrayOutputStream();
            PdfPress.bind(ids.stream().map(this::bytesOf).toList(), bound);
            return FileContent.of("invoices.pdf", "application/pdf", bound.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private InputStreamSource bytesOf(InvoiceId id) {
        FileContent paper = printInvoice(id);
        return () -> paper.source().open(0);
    }

    /**
     * A dunning letter as PDF/A: made once, kept among its files for the term of letters, and the same for ever.
     *
     * @throws NotFound dunning.unknown
     * @throws RuleViolation storage.foreign, template.broken
     */
    @Needs("dunning.print")
    @Refuses({"dunning.unknown", "record.unknown", "storage.foreign", "template.broken"})
    public FileContent printDunning(DunningId id) {
        return once(
                "dunning-letters",
                id.value(),
                Retention.LETTER,
                PaperKind.DUNNING,
                () -> sheets.dunning(dunning.find(id)));
    }

    /**
     * Proves that invoices may be printed, before any is.
     *
     * @throws NotFound invoice.unknown
     */
    @Needs("invoice.print")
    @Refuses("invoice.unknown")
    @Transactional(readOnly = true)
    public void admitInvoices(Collection<InvoiceId> ids) {
        ids.forEach(invoicing::find);
    }

    /**
     * Proves that dunning letters may be printed, before any is.
     *
     * @throws NotFound dunning.unknown
     */
    @Needs("dunning.print")
    @Refuses("dunning.unknown")
    @Transactional(readOnly = true)
    public void admitDunning(Collection<DunningId> ids) {
        ids.forEach(dunning::find);
    }

    /** Whoever prints the same document at the same time waits, and then finds it printed. */
    private FileContent once(
            String resource, UUID record, Retention retention, PaperKind kind, Supplier<? extends Sheet> sheet) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(:name, 0))::text")
                .param("name", "print " + record)
                .query(String.class)
                .single();
        Optional<FileContent> printed = attaching.printed(resource, record);
        if (printed.isPresent()) return printed.get();
        keep(resource, record, retention, kind, sheet.get());
        return attaching.printed(resource, record).orElseThrow();
    }

    private void keep(String resource, UUID record, Retention retention, PaperKind kind, Sheet sheet) {
        files.requireOwnPlace();
        String name = sheet.title().replace('/', '-') + ".pdf";
        try (Incoming incoming = files.make()) {
            press(kind, sheet, incoming);
            attaching.keepPrinted(resource, record, name, retention, files.finish(incoming, name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private FileContent fresh(PaperKind kind, Sheet sheet) {
        var pdf = new ByteArrayOutputStream();
        try {
            press(kind, sheet, pdf);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return FileContent.of(sheet.title() + ".pdf", "application/pdf", pdf.toByteArray());
    }

    private void press(PaperKind kind, Sheet sheet, OutputStream out) throws IOException {
        String own = templates.html(kind, sheet.words().language().getLanguage());
        if (own == null) {
            press.print(kind.template(), sheet, out);
            return;
        }
        try {
            press.printBy(own, sheet, out);
        } catch (BrokenTemplate e) {
            throw new RuleViolation("template.broken", "The company's template does not work. " + e.getMessage());
        }
    }

    /**
     * A customer's statement of account between two dates as PDF/A, in all currencies.
     *
     * @throws NotFound party.unknown
     * @throws InvalidInput report.dates
     */
    @Needs("receivable.read")
    @Refuses({"party.unknown", "report.dates", "template.broken"})
    @Transactional(readOnly = true)
    public FileContent printStatement(PartyId customer, LocalDate from, LocalDate to) {
        return fresh(PaperKind.STATEMENT, sheets.statement(receivables.statement(customer, from, to)));
    }

    /**
     * What a payment settled as PDF/A: a remittance advice where the company paid, a receipt where it was paid.
     *
     * @throws NotFound payment.unknown
     * @throws RuleViolation payment.no_money, for what was written off
     */
    @Needs("payment.read")
    @Refuses({"payment.unknown", "payment.no_money", "template.broken"})
    @Transactional(readOnly = true)
    public FileContent printPayment(PaymentId id) {
        PaymentView payment = paying.find(id);
        if (payment.kind() == PaymentKind.WRITE_OFF) {
            throw new RuleViolation("payment.no_money", "Nobody paid anything by a write-off.");
        }
        return fresh(PaperKind.PAYMENT, sheets.payment(payment));
    }

    /**
     * The payments between two dates as PDF/A, at most 2 000.
     *
     * @throws InvalidInput report.dates
     * @throws RuleViolation report.too_long
     */
    @Needs("payment.read")
    @Refuses({"report.dates", "report.too_long", "template.broken"})
    @Transactional(readOnly = true)
    public FileContent printPayments(LocalDate from, LocalDate to, @Nullable PaymentKind kind) {
        if (to.isBefore(from)) throw new InvalidInput("to", "report.dates", "A list ends on or after its start.");
        var filter = new Paying.PaymentFilter(kind, null, null, null, from, to);
        List<PaymentRow> payments = new ArrayList<>();
        String after = null;
        do {
            Page<PaymentRow> page = paying.list(filter, new Paging(PAGE, after, "date", null));
            payments.addAll(page.items());
            after = page.next();
            if (payments.size() > MOST_PAYMENTS) {
                throw new RuleViolation("report.too_long", "These are more than 2 000 payments; take fewer days.");
            }
        } while (after != null);
        return fresh(PaperKind.PAYMENTS, sheets.payments(payments, from, to));
    }
}
