package com.company.erp.user.signin;

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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/sign-ins")
class SignInController {

    private final SignIns signIns;

    SignInController(SignIns signIns) {
        this.signIns = signIns;
    }

    @Operation(summary = "List who of your company signed in or tried to, the latest first")
    @GetMapping
    Page<SignInRow> list(@ParameterObject SignInFilter filter, @ParameterObject Paging paging) {
        return signIns.list(filter, paging);
    }

    @Operation(summary = "Export who of your company signed in or tried to, as CSV or XLSX")
    @AnswersFile
    @GetMapping("/export")
    void export(
            @ParameterObject SignInFilter filter,
            @RequestParam(defaultValue = "csv") ExportFormat format,
            HttpServletResponse response)
            throws IOException {
        TableExport.send(response, format, "sign-ins", SignInRow.class, rows -> signIns.export(filter, rows));
    }
}
