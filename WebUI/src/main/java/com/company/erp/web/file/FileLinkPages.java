package com.company.erp.web.file;

import com.company.erp.document.attachment.Attaching;
import com.company.erp.document.attachment.AttachmentId;
import com.company.erp.document.attachment.Place;
import com.company.erp.document.finding.FileFilter;
import com.company.erp.document.finding.Finding;
import com.company.erp.kernel.NotFound;
import com.company.erp.platform.web.Paging;
import com.company.erp.web.pattern.Field;
import com.company.erp.web.pattern.Field.Option;
import com.company.erp.web.pattern.Form;
import com.company.erp.web.pattern.Picks;
import com.company.erp.web.pattern.Places;
import com.company.erp.web.pattern.Screen;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Lets a file belong to further records, from the record's side and from the file's. */
@Controller
class FileLinkPages {

    private static final int OFFERED = 10;

    private final Attaching attaching;
    private final Finding finding;

    FileLinkPages(Attaching attaching, Finding finding) {
        this.attaching = attaching;
        this.finding = finding;
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

    /** @param record kind and id, as in a path */
    record Chosen(@NotBlank String record) {

        private static final Pattern PLACE = Pattern.compile("([a-z-]+)/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

        Place place() {
            Matcher place = PLACE.matcher(record);
            if (!place.matches()) throw new NotFound("record.unknown", "There is no such record.");
            return new Place(place.group(1), UUID.fromString(place.group(2)));
        }
    }

    private static Form recordForm(AttachmentId id) {
        return Form.of(
                "file-belongs",
                FilePages.at(id),
                Field.pick("record", "/pick/records").must().broad());
    }

    @GetMapping("/files/{id}/link")
    String askRecord(@PathVariable AttachmentId id, Screen screen) {
        attaching.find(id);
        return screen.form(recordForm(id), null);
    }

    @PostMapping("/files/{id}/link")
    String linkTo(@PathVariable AttachmentId id, Screen screen) {
        return screen.submit(
                () -> recordForm(id),
                Chosen.class,
                to -> FilePages.at(attaching.link(id, to.place()).id()));
    }

    private Form unlinkForm(AttachmentId id) {
        List<Option> others = attaching.find(id).others().stream()
                .map(other -> new Option(other.resource() + "/" + other.record(), other.label()))
                .toList();
        return Form.of(
                "file-unlink", FilePages.at(id), Field.choice("record", others).must());
    }

    @GetMapping("/files/{id}/unlink")
    String askUnlink(@PathVariable AttachmentId id, Screen screen) {
        return screen.form(unlinkForm(id), null);
    }

    @PostMapping("/files/{id}/unlink")
    String unlink(@PathVariable AttachmentId id, Screen screen) {
        return screen.submit(
                () -> unlinkForm(id),
                Chosen.class,
                from -> FilePages.at(attaching.unlink(id, from.place()).id()));
    }
}
