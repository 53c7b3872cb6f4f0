package com.company.erp.document.printing;

import com.company.erp.document.attachment.Attaching;
import com.company.erp.document.attachment.AttachmentView;
import com.company.erp.document.attachment.FileContent;
import com.company.erp.document.storage.FileStore;
import com.company.erp.document.storage.Incoming;
import com.company.erp.finance.invoicing.InvoiceId;
import com.company.erp.finance.invoicing.InvoiceStatus;
import com.company.erp.finance.invoicing.InvoiceView;
import com.company.erp.finance.invoicing.Invoicing;
import com.company.erp.finance.receivables.Receivables;
import com.company.erp.kernel.CompanyId;
import com.company.erp.kernel.InvalidInput;
import com.company.erp.kernel.NotFound;
import com.company.erp.kernel.StaleDocument;
import com.company.erp.masterdata.party.PartyId;
import com.company.erp.platform.access.Door;
import com.company.erp.platform.access.Needs;
import com.company.erp.platform.access.Refuses;
import com.company.erp.platform.tenancy.Scope;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Prints documents, and says how they look. Each call is one transaction, joined if one is open. */
@Door
public class Printing {

    private static final String INVOICES = "invoices";
    private static final Set<InvoiceStatus> UNISSUED = EnumSet.of(InvoiceStatus.DRAFT, InvoiceStatus.CANCELLED);
    private static final Set<String> PICTURES = Set.of("image/png", "image/jpeg");
    private static final long LOGO_BYTES = 1 << 20;

    private final Invoicing invoicing;
    private final Receivables receivables;
    private final Attaching attaching;
    private final FileStore files;
    private final Letterheads letterheads;
    private final Sheets sheets;
    private final PdfPress press;
    private final JdbcClient jdbc;

    Printing(
            Invoicing invoicing,
            Receivables receivables,
            Attaching attaching,
            FileStore files,
            Letterheads letterheads,
            Sheets sheets,
            PdfPress press,
            JdbcClient jdbc) {
        this.invoicing = invoicing;
        this.receivables = receivables;
        this.attaching = attaching;
        this.files = files;
        this.letterheads = letterheads;
        this.sheets = sheets;
        this.press = press;
        this.jdbc = jdbc;
    }

    /**
     * The paper of an invoice or credit note as PDF/A. That of an issued one is made once, kept among its files for the
     * term of vouchers, and the same for ever, whatever the letterhead becomes; a draft's is made each time.
     *
     * @throws NotFound invoice.unknown
     */
    @Needs("invoice.print")
    @Refuses({"invoice.unknown", "record.unknown", "storage.foreign"})
    public FileContent printInvoice(InvoiceId id) {
        InvoiceView invoice = invoicing.find(id);
        LetterheadDetails letterhead = details();
        if (UNISSUED.contains(invoice.status())) return fresh("invoice", sheets.invoice(invoice, letterhead));
        waitForOther(id);
        Optional<FileContent> printed = attaching.printed(INVOICES, id.value());
        if (printed.isPresent()) return printed.get();
        keep(id, sheets.invoice(invoice, letterhead));
        return attaching.printed(INVOICES, id.value()).orElseThrow();
    }

    /** Whoever prints the same invoice at the same time waits, and then finds it printed. */
    private void waitForOther(InvoiceId id) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(:name, 0))::text")
                .param("name", "print " + id.value())
                .query(String.class)
                .single();
    }

    private void keep(InvoiceId id, InvoiceSheet sheet) {
        files.requireOwnPlace();
        String name = sheet.title().replace('/', '-') + ".pdf";
        try (Incoming incoming = files.make()) {
            press.print("invoice", sheet.paper().words().language(), sheet, incoming);
            attaching.keepPrinted(INVOICES, id.value(), name, files.finish(incoming, name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private FileContent fresh(String template, Sheet sheet) {
        var pdf = new ByteArrayOutputStream();
        try {
            press.print(template, sheet.paper().words().language(), sheet, pdf);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return FileContent.of(sheet.title() + ".pdf", "application/pdf", pdf.toByteArray());
    }

    /**
     * A customer's statement of account between two dates as PDF/A, in all currencies.
     *
     * @throws NotFound party.unknown
     * @throws InvalidInput report.dates
     */
    @Needs("receivable.read")
    @Refuses({"party.unknown", "report.dates"})
    @Transactional(readOnly = true)
    public FileContent printStatement(PartyId customer, LocalDate from, LocalDate to) {
        Receivables.Statement statement = receivables.statement(customer, from, to);
        return fresh("statement", sheets.statement(statement, details()));
    }

    private LetterheadDetails details() {
        return own().map(Letterhead::details).orElse(Letterhead.PLAIN);
    }

    private Optional<Letterhead> own() {
        return letterheads.findById(Scope.company().value());
    }

    /** How the company's papers look; plain until somebody says otherwise. */
    @Needs("letterhead.read")
    @Transactional(readOnly = true)
    public LetterheadView read() {
        return own().map(Letterhead::view)
                .orElseGet(
                        () -> new LetterheadView(new CompanyId(Scope.company().value()), 0, Letterhead.PLAIN));
    }

    /**
     * Changes how papers look that are made from now on.
     *
     * @throws StaleDocument record.stale
     * @throws InvalidInput letterhead.logo, letterhead.iban
     */
    @Needs("letterhead.change")
    @Refuses({"record.stale", "letterhead.logo", "letterhead.iban"})
    public LetterheadView change(LetterheadDetails details, int version) {
        Letterhead letterhead = own().orElseGet(() -> new Letterhead(Scope.company()));
        letterhead.mustBeAt(version);
        if (details.iban() != null && !Iban.isValid(details.iban())) {
            throw new InvalidInput("iban", "letterhead.iban", "The check digits of this IBAN are wrong.");
        }
        if (details.logo() != null
                && sheets.logo(details).filter(Printing::isPicture).isEmpty()) {
            throw new InvalidInput(
                    "logo", "letterhead.logo", "A logo is a PNG or JPEG of at most 1 MB among the letterhead's files.");
        }
        letterhead.change(details);
        return letterheads.saveAndFlush(letterhead).view();
    }

    private static boolean isPicture(AttachmentView file) {
        return PICTURES.contains(file.mediaType()) && file.sizeBytes() <= LOGO_BYTES;
    }
}
