package com.company.erp.document.printing;

import com.company.erp.document.attachment.FileContent;
import com.company.erp.finance.dunning.DunningId;
import com.company.erp.finance.invoicing.InvoiceId;
import com.company.erp.kernel.ErpException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Many papers in one file, each printed as it is written, so that a thousand take no more memory than one. */
@RestController
@Tag(name = "Papers")
class BundleController {

    private final Printing printing;

    BundleController(Printing printing) {
        this.printing = printing;
    }

    /** @param records by their ids */
    record Bundle(@NotEmpty @Size(max = 1_000) List<@NotNull UUID> records) {}

    @Operation(
            summary = "Print many invoices and credit notes into one ZIP file",
            description = "What could not be printed is named in its file not-printed.txt.")
    @ApiResponse(
            responseCode = "200",
            description = "The papers",
            content = @Content(mediaType = "application/zip", schema = @Schema(type = "string", format = "binary")))
    @PostMapping("/api/invoices/papers")
    void admitInvoices(@Valid @RequestBody Bundle bundle, HttpServletResponse response) throws IOException {
        List<InvoiceId> ids = ids(bundle, InvoiceId::new);
        printing.admitInvoices(ids);
        send("invoices.zip", ids, printing::printInvoice, response);
    }

    @Operation(
            summary = "Print many dunning letters into one ZIP file",
            description = "What could not be printed is named in its file not-printed.txt.")
    @ApiResponse(
            responseCode = "200",
            description = "The papers",
            content = @Content(mediaType = "application/zip", schema = @Schema(type = "string", format = "binary")))
    @PostMapping("/api/dunning-letters/papers")
    void admitDunning(@Valid @RequestBody Bundle bundle, HttpServletResponse response) throws IOException {
        List<DunningId> ids = ids(bundle, DunningId::new);
        printing.admitDunning(ids);
        send("dunning-letters.zip", ids, printing::printDunning, response);
    }

    private static <T> List<T> ids(Bundle bundle, Function<UUID, T> id) {
        return bundle.records.stream().distinct().map(id).toList();
    }

    private static <T> void send(String name, List<T> ids, Function<T, FileContent> print, HttpServletResponse response)
            throws IOException {
        response.setContentType("application/zip");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name).build().toString());
        List<String> refusals = new ArrayList<>();
        try (var zip = new ZipOutputStream(response.getOutputStream(), StandardCharsets.UTF_8)) {
            // Papers are compressed already.
            zip.setLevel(0);
            int number = 0;
            for (T id : ids) {
                try {
                    add("%04d ".formatted(++number), print.apply(id), zip);
                } catch (ErpException e) {
                    refusals.add(id + ": " + e.getMessage());
                }
            }
            if (refusals.isEmpty()) return;
            zip.putNextEntry(new ZipEntry("not-printed.txt"));
            zip.write(String.join("\n", refusals).getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Two papers may bear the same name: a number before it tells them apart. */
    private static void add(String number, FileContent paper, ZipOutputStream zip) throws IOException {
        zip.putNextEntry(new ZipEntry(number + paper.name()));
        try (var in = paper.source().open(0)) {
            in.transferTo(zip);
        }
        zip.closeEntry();
    }
}
