package com.company.erp.finance.register;

import com.company.erp.platform.web.ExportFormat;
import com.company.erp.platform.web.Page;
import com.company.erp.platform.web.Paging;
import com.company.erp.platform.web.ReportFile;
import com.company.erp.platform.web.TableExport;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api")
class InvoiceRegisterController {

    private final InvoiceRegister register;

    InvoiceRegisterController(InvoiceRegister register) {
        this.register = register;
    }

    @Operation(summary = "List invoices and credit notes")
    @GetMapping("/invoices")
    Page<InvoiceRow> list(@ParameterObject InvoiceFilter filter, @ParameterObject Paging paging) {
        return register.list(filter, paging);
    }

    @Operation(summary = "Export invoices and credit notes as CSV or XLSX")
    @GetMapping("/invoices/export")
    void export(
            @ParameterObject InvoiceFilter filter,
            @RequestParam(defaultValue = "csv") ExportFormat format,
            HttpServletResponse response)
            throws IOException {
        TableExport.send(response, format, "invoices", InvoiceRow.class, rows -> register.export(filter, rows));
    }

    @Operation(summary = "Best customers by what was invoiced to them between two dates, as JSON, CSV or XLSX")
    @GetMapping("/reports/best-customers")
    @Nullable List<CustomerSales> bestCustomers(
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            @RequestParam(defaultValue = "10") int limit,
            @RequestParam(defaultValue = "json") String format,
            HttpServletResponse response)
            throws IOException {
        var file = ReportFile.of(
                "best-customers-" + to, CustomerSales.class, () -> register.bestCustomers(from, to, limit));
        return file.orJson(format, response, () -> register.bestCustomers(from, to, limit));
    }
}
