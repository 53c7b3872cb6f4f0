package com.company.erp.document.attachment;

import com.company.erp.kernel.NotFound;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRange;

/**
 * Sends a file in constant memory: whole, or the part that was asked for (RFC 9110). Browsers are told to save it and
 * to take it for nothing but its type, so that nothing in it runs in the name of this site.
 */
public final class FileAnswer {

    private static final String PDF = "application/pdf";
    private static final int BUFFER_BYTES = 1 << 16;

    private FileAnswer() {}

    public static void send(FileContent file, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        send(file, ContentDisposition.attachment(), "default-src 'none'; sandbox", request, response);
    }

    /** Whether a browser may show it in a frame of a page: no kind in which anything could run. */
    public static boolean canBeShown(String mediaType) {
        return mediaType.equals(PDF) || mediaType.equals("text/plain");
    }

    /**
     * Sends a file for a frame of the site's own pages. Browsers show no PDF in a sandbox; what shows it is a program
     * of the browser's own, in which a file cannot reach the page.
     */
    public static void show(FileContent file, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String mediaType = file.file().mediaType();
        if (!canBeShown(mediaType)) throw new NotFound("attachment.no_preview", "Such a file cannot be shown.");
        String policy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'";
        send(
                file,
                ContentDisposition.inline(),
                mediaType.equals(PDF) ? policy : policy + "; sandbox",
                request,
                response);
    }

    private static void send(
            FileContent file,
            ContentDisposition.Builder disposition,
            String policy,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        long size = file.file().sizeBytes();
        String tag = '"' + file.file().fingerprint().substring(0, 32) + '"';
        // Also where nothing has changed: what a 304 says replaces what the browser has noted before.
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", policy);
        response.setHeader(HttpHeaders.ETAG, tag);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        if (matches(request.getHeader(HttpHeaders.IF_NONE_MATCH), tag)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
        HttpRange range = range(request, tag);
        if (range == null) {
            copy(file, 0, size, disposition, response);
            return;
        }
        if (range.getRangeStart(size) >= size) {
            response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes */" + size);
            response.setStatus(HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE);
            return;
        }
        long first = range.getRangeStart(size);
        long last = range.getRangeEnd(size);
        response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
        response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes " + first + "-" + last + "/" + size);
        copy(file, first, last - first + 1, disposition, response);
    }

    private static void head(FileContent file, ContentDisposition.Builder disposition, HttpServletResponse response) {
        response.setContentType(file.file().mediaType());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                disposition
                        .filename(file.name(), StandardCharsets.UTF_8)
                        .build()
                        .toString());
    }

    private static boolean matches(@Nullable String header, String tag) {
        return header != null && (header.strip().equals("*") || header.contains(tag));
    }

    /** The one part that is wanted. Where it is not understood, or of another state of the file, all is sent. */
    private static @Nullable HttpRange range(HttpServletRequest request, String tag) {
        String header = request.getHeader(HttpHeaders.RANGE);
        String onlyIf = request.getHeader(HttpHeaders.IF_RANGE);
        if (header == null || (onlyIf != null && !onlyIf.strip().equals(tag))) return null;
        try {
            List<HttpRange> ranges = HttpRange.parseRanges(header);
            return ranges.size() == 1 ? ranges.getFirst() : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static void copy(
            FileContent file,
            long from,
            long length,
            ContentDisposition.Builder disposition,
            HttpServletResponse response)
            throws IOException {
        try (InputStream in = file.source().open(from)) {
            head(file, disposition, response);
            response.setContentLengthLong(length);
            var out = response.getOutputStream();
            byte[] buffer = new byte[BUFFER_BYTES];
            long left = length;
            while (left > 0) {
                int read = in.read(buffer, 0, (int) Math.min(left, buffer.length));
                if (read < 0) throw new IOException("The file is shorter than it should be.");
                out.write(buffer, 0, read);
                left -= read;
            }
        }
    }
}
