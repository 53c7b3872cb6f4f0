package com.company.erp.web.invoice;

import com.company.erp.finance.drafting.InvoiceType;
import com.company.erp.finance.invoicing.InvoiceId;
import com.company.erp.finance.invoicing.InvoiceStatus;
import com.company.erp.finance.register.InvoiceFilter;
import com.company.erp.finance.register.InvoiceRegister;
import com.company.erp.finance.register.InvoiceRow;
import com.company.erp.platform.web.ExportFormat;
import com.company.erp.platform.web.Paging;
import com.company.erp.platform.web.TableExport;
import com.company.erp.web.pattern.Columns;
import com.company.erp.web.pattern.ListPage;
import com.company.erp.web.pattern.Screen;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class InvoicePages {

    private static final Columns<InvoiceRow> COLUMNS = Columns.<InvoiceRow>begin()
            .link("number", row -> row.number() == null ? row.status() : row.number(), row -> at(row.id()))
            .sortable()
            .link(
                    "customer",
                    InvoiceRow::customerName,
                    row -> "/parties/" + row.customer().value())
            .date("issueDate", InvoiceRow::issueDate)
            .sortable()
            .date("dueDate", InvoiceRow::dueDate)
            .sortable()
            .status("status", InvoiceRow::status)
            .money("net", InvoiceRow::net)
            .extra()
            .money("tax", InvoiceRow::tax)
            .extra()
            .money("gross", InvoiceRow::gross)
            .sortable()
            .money("open", InvoiceRow::open)
            .date("nextDueDate", InvoiceRow::nextDueDate)
            .extra()
            .text("externalReference", InvoiceRow::externalReference)
            .extra();

    private static final ListPage<InvoiceRow> INVOICES = ListPage.of("invoices", COLUMNS)
            .searched()
            .dated()
            .choice("status", InvoiceStatus.values())
            .choice("mine", "true")
            .create("invoice.draft", "/invoices/new")
            .exported()
            .imported()
            .counted()
            .chosenBy(row -> row.id().value())
            .each("issue", "invoice.issue")
            .each("cancel", "invoice.cancel")
            .file("print", "invoice.print")
            .file("csv", "invoice.read")
            .file("xlsx", "invoice.read");
    private static final ListPage<InvoiceRow> CREDIT_NOTES = ListPage.of("credit-notes", COLUMNS)
            .searched()
            .dated()
            .choice("status", InvoiceStatus.values())
            .exported()
            .counted();

    private final InvoiceRegister register;

    InvoicePages(InvoiceRegister register) {
        this.register = register;
    }

    static String at(InvoiceId id) {
        return "/invoices/" + id.value();
    }

    @GetMapping("/invoices")
    String list(InvoiceFilter filter, Paging paging, Screen screen) {
        return screen.list(INVOICES, register.list(filter.of(InvoiceType.INVOICE), paging));
    }

    @GetMapping("/invoices/totals")
    String totals(InvoiceFilter filter, Paging paging, Screen screen) {
        return screen.totals(INVOICES, register.totals(filter.of(InvoiceType.INVOICE), paging.q()));
    }

    @GetMapping("/credit-notes")
    String creditNotes(InvoiceFilter filter, Paging paging, Screen screen) {
        return screen.list(CREDIT_NOTES, register.list(filter.of(InvoiceType.CREDIT_NOTE), paging));
    }

    @GetMapping("/credit-notes/totals")
    String creditNoteTotals(InvoiceFilter filter, Paging paging, Screen screen) {
        return screen.totals(CREDIT_NOTES, register.totals(filter.of(InvoiceType.CREDIT_NOTE), paging.q()));
    }

    @GetMapping("/invoices/export")
    void export(
            InvoiceFilter filter, @RequestParam(defaultValue = "csv") ExportFormat format, HttpServletResponse response)
            throws IOException {
        send(filter.of(InvoiceType.INVOICE), format, "invoices", response);
    }

    @GetMapping("/credit-notes/export")
    void exportCreditNotes(
            InvoiceFilter filter, @RequestParam(defaultValue = "csv") ExportFormat format, HttpServletResponse response)
            throws IOException {
        send(filter.of(InvoiceType.CREDIT_NOTE), format, "credit-notes", response);
    }

    private void send(InvoiceFilter filter, ExportFormat format, String name, HttpServletResponse response)
            throws IOException {
        TableExport.send(response, format, name, InvoiceRow.class, rows -> register.export(filter, rows));
    }
}
