package com.company.erp.web.file;

import com.company.erp.document.attachment.Attaching;
import com.company.erp.document.attachment.AttachmentDetails;
import com.company.erp.document.attachment.AttachmentId;
import com.company.erp.document.attachment.AttachmentView;
import com.company.erp.document.attachment.Place;
import com.company.erp.document.attachment.Receiving;
import com.company.erp.document.finding.FileFilter;
import com.company.erp.document.finding.Finding;
import com.company.erp.kernel.ErpException;
import com.company.erp.kernel.Forbidden;
import com.company.erp.kernel.Unauthenticated;
import com.company.erp.platform.web.Paging;
import com.company.erp.web.pattern.Field;
import com.company.erp.web.pattern.Form;
import com.company.erp.web.pattern.Picks;
import com.company.erp.web.pattern.Places;
import com.company.erp.web.pattern.Screen;
import com.company.erp.web.pattern.Texts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
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

    private static final int OFFERED = 10;
    private static final MediaType PLAIN = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

    private final Attaching attaching;
    private final Receiving receiving;
    private final Finding finding;

    RecordFilePages(Attaching attaching, Receiving receiving, Finding finding) {
        this.attaching = attaching;
        this.receiving = receiving;
        this.finding = finding;
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
            return ResponseEntity.unprocessableEntity()
                    .contentType(PLAIN)
                    .body(screen.texts().problem(e));
        }
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

    record Link(@NotNull AttachmentId file) {}

    private static Form linkForm(String resource, UUID id) {
        String page = Places.at(resource, id);
        return Form.of(
                "file-link",
                page == null ? "/files" : page,
                Field.pick("file", "/pick/files").must().broad());
    }

    @GetMapping("/record-files/{resource}/{id}/link")
    String askLink(@PathVariable String resource, @PathVariable UUID id, Screen screen) {
        attaching.list(resource, id);
        return screen.form(linkForm(resource, id), null);
    }

    @PostMapping("/record-files/{resource}/{id}/link")
    String link(@PathVariable String resource, @PathVariable UUID id, Screen screen) {
        Form form = linkForm(resource, id);
        attaching.list(resource, id);
        return screen.submit(() -> form, Link.class, link -> {
            attaching.link(link.file(), new Place(resource, id));
            return form.back();
        });
    }

    @GetMapping("/pick/files")
    String pick(@RequestParam(defaultValue = "") String q, Screen screen) {
        var any = new FileFilter(null, null, null, null, null, null, null);
        var found = finding.list(any, new Paging(OFFERED, null, null, q.isBlank() ? null : q));
        return screen.page(
                "pick",
                found.items().stream()
                        .map(file -> new Picks(file.id().value().toString(), file.name(), file.recordLabel(), Map.of()))
                        .toList());
    }
}
