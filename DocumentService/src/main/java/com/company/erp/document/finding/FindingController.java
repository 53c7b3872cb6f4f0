package com.company.erp.document.finding;

import com.company.erp.platform.web.Page;
import com.company.erp.platform.web.Paging;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Files")
class FindingController {

    private final Finding finding;

    FindingController(Finding finding) {
        this.finding = finding;
    }

    @Operation(
            summary = "List and search files of records of any kind",
            description =
                    "q finds the files that hold all its words, or words that begin with them, in their name, note or"
                            + " text: the newest 10 000 of them. Names and texts can be found some seconds after they came.")
    @GetMapping("/api/attachments")
    Page<FileLine> list(@ParameterObject FileFilter filter, @ParameterObject Paging paging) {
        return finding.list(filter, paging);
    }

    @Operation(summary = "List the tags that files bear")
    @GetMapping("/api/attachments/tags")
    List<String> tags() {
        return finding.tags();
    }
}
