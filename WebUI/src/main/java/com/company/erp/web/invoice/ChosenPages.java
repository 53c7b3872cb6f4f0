package com.company.erp.web.invoice;

import com.company.erp.document.attachment.FileAnswer;
import com.company.erp.document.printing.Printing;
import com.company.erp.finance.invoicing.InvoiceId;
import com.company.erp.finance.invoicing.Invoicing;
import com.company.erp.finance.register.InvoiceFilter;
import com.company.erp.finance.register.InvoiceRegister;
import com.company.erp.finance.register.InvoiceRow;
import com.company.erp.platform.web.ExportFormat;
import com.company.erp.platform.web.TableExport;
import com.company.erp.web.pattern.Screen;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What is done with invoices that were chosen in a list. */
@Controller
@RequestMapping("/invoices/chosen")
class ChosenPages {

    private final Invoicing invoicing;
    private final InvoiceRegister register;
    private final Printing printing;

    ChosenPages(Invoicing invoicing, InvoiceRegister register, Printing printing) {
        this.invoicing = invoicing;
        this.register = register;
        this.printing = printing;
    }

    @PostMapping("/issue")
    String issue(@RequestParam(required = false) @Nullable List<InvoiceId> id, Screen screen) {
        return screen.each(
                id, "told.chosen.issue", InvoicePages::at, invoice -> invoicing.issue(invoice, screen.today()));
    }

    @PostMapping("/cancel")
    String cancel(@RequestParam(required = false) @Nullable List<InvoiceId> id, Screen screen) {
        return screen.each(id, "told.chosen.cancel", InvoicePages::at, invoicing::cancel);
    }

    @PostMapping("/print")
    void print(@RequestParam List<InvoiceId> id, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        FileAnswer.send(printing.printInvoices(id), request, response);
    }

    @PostMapping("/csv")
    void csv(@RequestParam Set<InvoiceId> id, HttpServletResponse response) throws IOException {
        send(ExportFormat.CSV, id, response);
    }

    @PostMapping("/xlsx")
    void xlsx(@RequestParam Set<InvoiceId> id, HttpServletResponse response) throws IOException {
        send(ExportFormat.XLSX, id, response);
    }

    private void send(ExportFormat format, Set<InvoiceId> ids, HttpServletResponse response) throws IOException {
        InvoiceFilter chosen = InvoiceFilter.NONE.of(ids);
        TableExport.send(response, format, "invoices", InvoiceRow.class, rows -> register.export(chosen, rows));
    }
}
