package com.company.erp.web.file;

import com.company.erp.document.attachment.Attaching;
import com.company.erp.document.attachment.AttachmentDetails;
import com.company.erp.document.attachment.AttachmentId;
import com.company.erp.document.attachment.AttachmentView;
import com.company.erp.document.attachment.Receiving;
import com.company.erp.kernel.ErpException;
import com.company.erp.kernel.Forbidden;
import com.company.erp.kernel.Unauthenticated;
import com.company.erp.platform.web.TooLarge;
import com.company.erp.web.pattern.Screen;
import com.company.erp.web.pattern.Texts;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The files of a record, beside it: to look at, and to drop more. */
@Controller
class RecordFilePages {

    private static final MediaType PLAIN = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

    private final Attaching attaching;
    private final Receiving receiving;

    RecordFilePages(Attaching attaching, Receiving receiving) {
        this.attaching = attaching;
        this.receiving = receiving;
    }

    /** @param about its size */
    record Entry(String name, String href, String about) {}

    record Shown(String at, List<Entry> files) {}

    private static String at(String resource, UUID id) {
        return "/record-files/" + resource + "/" + id;
    }

    @GetMapping("/record-files/{resource}/{id}")
    String list(@PathVariable String resource, @PathVariable UUID id, Screen screen) {
        Texts texts = screen.texts();
        List<Entry> files = attaching.list(resource, id).items().stream()
                .map(file -> entry(file, texts))
                .toList();
        return screen.page(
                screen.isFragment() ? "record-files :: files" : "record-files", new Shown(at(resource, id), files));
    }

    private static Entry entry(AttachmentView file, Texts texts) {
        return new Entry(file.name(), FilePages.at(file.id()), Sizes.said(file.sizeBytes(), texts));
    }

    private interface Sending {
        void run() throws IOException;
    }

    /** What is refused is told in words, since a script asks. */
    private static ResponseEntity<String> answer(Screen screen, Sending sending) throws IOException {
        try {
            sending.run();
            return ResponseEntity.ok().contentType(PLAIN).body("");
        } catch (Forbidden | Unauthenticated e) {
            throw e;
        } catch (ErpException e) {
            return refused(screen.texts().problem(e));
        } catch (TooLarge e) {
            return refused(screen.texts().problem("request.too_large", "The file is larger than may be kept."));
        }
    }

    private static ResponseEntity<String> refused(String why) {
        return ResponseEntity.unprocessableEntity().contentType(PLAIN).body(why);
    }

    @PostMapping("/record-files/{resource}/{id}")
    ResponseEntity<String> add(
            @PathVariable String resource,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String name,
            HttpServletRequest request,
            Screen screen)
            throws IOException {
        return answer(screen, () -> {
            attaching.admit(resource, id);
            receiving.receive(
                    request,
                    name,
                    file -> attaching.attach(
                            resource, id, new AttachmentDetails(file.name(), null, null, null), file.received()));
        });
    }

    @PostMapping("/files/{id}/versions")
    ResponseEntity<String> replace(@PathVariable AttachmentId id, HttpServletRequest request, Screen screen)
            throws IOException {
        return answer(screen, () -> {
            attaching.admitVersion(id);
            receiving.receive(request, attaching.find(id).name(), file -> attaching.replace(id, file.received()));
        });
    }
}
