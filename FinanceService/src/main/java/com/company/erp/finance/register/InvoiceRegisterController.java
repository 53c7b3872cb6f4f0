package com.company.erp.finance.register;

import com.company.erp.platform.web.ExportFormat;
import com.company.erp.platform.web.Page;
import com.company.erp.platform.web.Paging;
import com.company.erp.platform.web.TableExport;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/invoices")
class InvoiceRegisterController {

    private final InvoiceRegister register;

    InvoiceRegisterController(InvoiceRegister register) {
        this.register = register;
    }

    @Operation(summary = "List invoices and credit notes")
    @GetMapping
    Page<InvoiceRow> list(@ParameterObject InvoiceFilter filter, @ParameterObject Paging paging) {
        return register.list(filter, paging);
    }

    @Operation(summary = "Export invoices and credit notes as CSV or XLSX")
    @GetMapping("/export")
    void export(
            @ParameterObject InvoiceFilter filter,
            @RequestParam(defaultValue = "csv") ExportFormat format,
            HttpServletResponse response)
            throws IOException {
        TableExport.send(response, format, "invoices", InvoiceRow.class, rows -> register.export(filter, rows));
    }
}
