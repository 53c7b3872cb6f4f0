package com.company.erp.document.attachment;

import com.company.erp.document.storage.FileStore;
import com.company.erp.document.storage.Incoming;
import com.company.erp.platform.web.FileForm;
import jakarta.servlet.http.HttpServletRequest;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Receives the file that a request brings: as its body, or as the one file of a form. */
@Component
public class Receiving {

    private final FileStore files;

    Receiving(FileStore files) {
        this.files = files;
    }

    /** What has come, and how it is called. */
    public record NamedFile(String name, FileStore.Received received) {}

    /**
     * Receives the file and does with it what is wanted; what is then not kept is given up.
     *
     * @param name of the file, if the request says it elsewhere
     */
    public <T> T receive(HttpServletRequest request, @Nullable String name, Function<NamedFile, T> work)
            throws IOException {
        NamedFile file = receive(request, name == null ? "" : name);
        try {
            return work.apply(file);
        } catch (RuntimeException e) {
            files.discard(file.received.file().id());
            throw e;
        }
    }

    private NamedFile receive(HttpServletRequest request, String name) throws IOException {
        String type = request.getContentType();
        MediaType mediaType = type == null ? MediaType.APPLICATION_OCTET_STREAM : MediaType.parseMediaType(type);
        try (Incoming incoming = files.receive();
                InputStream body = request.getInputStream()) {
            if (!mediaType.isCompatibleWith(MediaType.MULTIPART_FORM_DATA)) {
                body.transferTo(incoming);
                return new NamedFile(name, files.finish(incoming, name));
            }
            var out = new BufferedOutputStream(incoming, 1 << 16);
            var part = new FileForm(body, mediaType.getParameter("boundary")).read(out);
            out.flush();
            String called = name.isEmpty() ? part.name() : name;
            return new NamedFile(called, files.finish(incoming, called));
        }
    }
}
