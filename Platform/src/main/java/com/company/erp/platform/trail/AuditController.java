package com.company.erp.platform.trail;

import com.company.erp.platform.web.AnswersFile;
import com.company.erp.platform.web.ExportFormat;
import com.company.erp.platform.web.Page;
import com.company.erp.platform.web.Paging;
import com.company.erp.platform.web.TableExport;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/audit")
class AuditController {

    private final AuditTrail trail;

    AuditController(AuditTrail trail) {
        this.trail = trail;
    }

    @Operation(summary = "List who changed what, the latest first")
    @GetMapping
    Page<AuditRow> list(@ParameterObject AuditFilter filter, @ParameterObject Paging paging) {
        return trail.list(filter, paging);
    }

    @Operation(summary = "Follow who changed what, in the order of seals and without gaps")
    @GetMapping("/sealed")
    AuditTrail.SealedRows follow(
            @RequestParam(defaultValue = "0") long after, @RequestParam(defaultValue = "100") int limit) {
        return trail.follow(after, limit);
    }

    @Operation(summary = "Hold the audit log against its seals")
    @PostMapping("/check")
    AuditProof check() {
        return trail.check();
    }

    @Operation(summary = "Export who changed what as CSV, XLSX or lines of JSON")
    @AnswersFile
    @GetMapping("/export")
    void export(
            @ParameterObject AuditFilter filter,
            @RequestParam(defaultValue = "csv") ExportFormat format,
            HttpServletResponse response)
            throws IOException {
        TableExport.send(response, format, "audit", AuditRow.class, rows -> trail.export(filter, rows));
    }
}
