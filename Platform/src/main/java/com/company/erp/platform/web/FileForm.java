package com.company.erp.platform.web;

import com.company.erp.kernel.InvalidInput;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;

/**
 * A form with one file and at most a few fields (multipart/form-data, RFC 7578), read from the body as any other: the
 * servlet container's own reading goes past the body's limit, and past the copy that a repeated request is compared by.
 */
public final class FileForm {

    private static final int MOST_HEADERS = 8_192;
    private static final int MOST_FIELDS = 65_536;

    private final InputStream body;
    private final byte[] delimiter;

    /** Bytes of the delimiter that are known to come next; the first one needs no line end before it. */
    private int matched = 2;

    public FileForm(InputStream body, @Nullable String boundary) {
        if (boundary == null || boundary.isEmpty() || boundary.length() > 70) throw refused("has no boundary");
        this.body = new BufferedInputStream(body);
        this.delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
    }

    public record Part(String name, MediaType type) {}

    /** @throws InvalidInput file.form */
    public Part read(OutputStream file) throws IOException {
        return read(file, null);
    }

    /**
     * @param fields takes the fields beside the file; none may be there when it is absent
     * @throws InvalidInput file.form
     */
    public Part read(OutputStream file, @Nullable Map<String, String> fields) throws IOException {
        copyToDelimiter(OutputStream.nullOutputStream());
        Part found = null;
        int budget = MOST_FIELDS;
        while (!isLast()) {
            Headers part = headers();
            if (part.file != null) {
                if (found != null) throw refused("has more than one file");
                copyToDelimiter(file);
                found = new Part(part.file, part.type);
            } else {
                if (fields == null) throw refused("has a part that is no file");
                budget -= part.field.length();
                var value = new Few(budget);
                copyToDelimiter(value);
                budget -= value.size();
                fields.put(part.field, value.toString(StandardCharsets.UTF_8));
            }
        }
        if (found == null) throw refused("has no file");
        return found;
    }

    /** As many bytes as may be, and no more. */
    private static final class Few extends ByteArrayOutputStream {
        private final int most;

        private Few(int most) {
            this.most = most;
        }

        @Override
        public synchronized void write(int b) {
            if (size() >= most) throw refused("is too long");
            super.write(b);
        }

        @Override
        public synchronized void write(byte[] bytes, int from, int length) {
            if (size() + length > most) throw refused("is too long");
            super.write(bytes, from, length);
        }
    }

    private record Headers(String field, @Nullable String file, MediaType type) {}

    /** Since a line end stands only at the delimiter's beginning, a mismatch can begin a new match only there. */
    private void copyToDelimiter(OutputStream out) throws IOException {
        for (int b = body.read(); b >= 0; b = body.read()) {
            if (b == delimiter[matched]) {
                matched++;
                if (matched < delimiter.length) continue;
                matched = 0;
                return;
            }
            out.write(delimiter, 0, matched);
            matched = b == delimiter[0] ? 1 : 0;
            if (matched == 0) out.write(b);
        }
        throw refused("ends too early");
    }

    private boolean isLast() throws IOException {
        int first = body.read();
        int second = body.read();
        if (first == '-' && second == '-') return true;
        if (first == '\r' && second == '\n') return false;
        throw refused("is malformed");
    }

    private Headers headers() throws IOException {
        String field = "";
        String name = null;
        MediaType type = MediaType.APPLICATION_OCTET_STREAM;
        int budget = MOST_HEADERS;
        for (String line = line(budget); !line.isEmpty(); line = line(budget)) {
            budget -= line.length();
            int colon = line.indexOf(':');
            String value = line.substring(colon + 1).strip();
            try {
                if (line.regionMatches(true, 0, "content-disposition:", 0, 20)) {
                    ContentDisposition disposition = ContentDisposition.parse(value);
                    field = Objects.requireNonNullElse(disposition.getName(), "");
                    name = disposition.getFilename();
                } else if (line.regionMatches(true, 0, "content-type:", 0, 13)) {
                    type = MediaType.parseMediaType(value);
                }
            } catch (IllegalArgumentException e) {
                throw refused("is malformed");
            }
        }
        return new Headers(field, name, type);
    }

    private String line(int budget) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int b = body.read(); b != '\n'; b = body.read()) {
            if (b < 0 || line.size() >= budget) throw refused("is malformed");
            line.write(b);
        }
        return line.toString(StandardCharsets.UTF_8).stripTrailing();
    }

    private static InvalidInput refused(String why) {
        return new InvalidInput("file", "file.form", "The form " + why + "; it should have one file.");
    }
}
