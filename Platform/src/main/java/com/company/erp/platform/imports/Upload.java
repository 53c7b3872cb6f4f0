package com.company.erp.platform.imports;

import com.company.erp.kernel.InvalidInput;
import com.company.erp.platform.table.TableFormat;
import com.company.erp.platform.web.FileForm;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/**
 * A file that was sent, as a request's body or as the one file of a form, kept on disk until it is read: so the
 * caller's line, however slow, holds no transaction.
 */
public final class Upload implements AutoCloseable {

    static final String CSV = "text/csv";
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    static final String NDJSON = "application/x-ndjson";

    private final Path file;
    private final TableFormat format;

    private Upload(Path file, TableFormat format) {
        this.file = file;
        this.format = format;
    }

    static Upload of(HttpServletRequest request) throws IOException {
        return of(request, null);
    }

    /**
     * The file of a form that has some fields too.
     *
     * @param fields takes the fields
     * @throws InvalidInput file.form, file.encoding
     */
    public static Upload of(HttpServletRequest request, @Nullable Map<String, String> fields) throws IOException {
        MediaType type = MediaType.parseMediaType(request.getContentType());
        Path file = Files.createTempFile("erp-import", ".tmp");
        try (InputStream body = request.getInputStream();
                var out = Files.newOutputStream(file)) {
            if (!type.isCompatibleWith(MediaType.MULTIPART_FORM_DATA)) {
                TableFormat format = formatOf(type, "");
                body.transferTo(out);
                return new Upload(file, format);
            }
            var form = new FileForm(body, type.getParameter("boundary"));
            FileForm.Part part = form.read(out, fields);
            return new Upload(file, formatOf(part.type(), part.name()));
        } catch (IOException | RuntimeException e) {
            Files.delete(file);
            throw e;
        }
    }

    /** A file's name says more than its type, which browsers and tools often do not know. */
    private static TableFormat formatOf(MediaType type, String name) {
        if (type.getCharset() != null && !type.getCharset().equals(StandardCharsets.UTF_8)) {
            throw new InvalidInput("file", "file.encoding", "Files are UTF-8.");
        }
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        String subtype = type.getType() + "/" + type.getSubtype();
        if (extension.equals("csv") || subtype.equals(CSV)) return TableFormat.CSV;
        if (extension.equals("xlsx") || subtype.equals(XLSX)) return TableFormat.XLSX;
        if (extension.equals("ndjson") || extension.equals("jsonl") || subtype.equals(NDJSON))
            return TableFormat.NDJSON;
        throw new InvalidInput("file", "file.form", "The file is named .csv, .xlsx or .ndjson.");
    }

    public Path file() {
        return file;
    }

    public TableFormat format() {
        return format;
    }

    @Override
    public void close() throws IOException {
        Files.delete(file);
    }
}
