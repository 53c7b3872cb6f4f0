package com.company.erp.web.file;

import com.company.erp.document.attachment.Attaching;
import com.company.erp.document.attachment.AttachmentDetails;
import com.company.erp.document.attachment.AttachmentId;
import com.company.erp.document.attachment.AttachmentView;
import com.company.erp.document.attachment.AttachmentView.PlaceView;
import com.company.erp.document.attachment.AttachmentView.VersionView;
import com.company.erp.document.attachment.FileAnswer;
import com.company.erp.document.attachment.Retention;
import com.company.erp.document.finding.FileFilter;
import com.company.erp.document.finding.FileKind;
import com.company.erp.document.finding.FileLine;
import com.company.erp.document.finding.Finding;
import com.company.erp.platform.web.Paging;
import com.company.erp.web.pattern.Columns;
import com.company.erp.web.pattern.Document;
import com.company.erp.web.pattern.Field;
import com.company.erp.web.pattern.Field.Option;
import com.company.erp.web.pattern.Form;
import com.company.erp.web.pattern.ListPage;
import com.company.erp.web.pattern.Places;
import com.company.erp.web.pattern.Preview;
import com.company.erp.web.pattern.Screen;
import com.company.erp.web.pattern.Texts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** All files, and each by itself. */
@Controller
class FilePages {

    private final Attaching attaching;
    private final Finding finding;

    FilePages(Attaching attaching, Finding finding) {
        this.attaching = attaching;
        this.finding = finding;
    }

    static String at(AttachmentId id) {
        return "/files/" + id.value();
    }

    /** @param to this day too */
    record Wanted(
            @Nullable FileKind kind,
            @Nullable String resource,
            @Nullable UUID record,
            @Nullable String tag,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {

        FileFilter filter(Screen screen) {
            return new FileFilter(
                    kind,
                    resource,
                    record,
                    tag,
                    from == null ? null : screen.startOf(from),
                    to == null ? null : screen.startOf(to.plusDays(1)),
                    null);
        }
    }

    private ListPage<FileLine> page(Texts texts) {
        List<Option> tags =
                finding.tags().stream().map(tag -> new Option(tag, tag)).toList();
        return ListPage.<FileLine>of(
                        "files",
                        Columns.<FileLine>begin()
                                .link("name", FileLine::name, file -> at(file.id()))
                                .text("record", FileLine::recordLabel)
                                .to(file -> Places.at(file.resource(), file.record()))
                                .text("tags", file -> String.join(", ", file.tags()))
                                .moment("added", FileLine::addedAt)
                                .sortable()
                                .text("addedBy", FileLine::addedBy)
                                .measure("size", file -> Sizes.said(file.sizeBytes(), texts))
                                .yesNo("held", FileLine::held)
                                .extra())
                .searched()
                .choice("kind", FileKind.values())
                .choice("resource", "invoices", "payments", "parties", "products", "entries")
                .choice("tag", tags)
                .dated()
                .counted();
    }

    @GetMapping("/files")
    String list(Wanted wanted, Paging paging, Screen screen) {
        return screen.list(page(screen.texts()), finding.list(wanted.filter(screen), paging));
    }

    @GetMapping("/files/totals")
    String totals(Wanted wanted, Paging paging, Screen screen) {
        return screen.totals(page(screen.texts()), finding.totals(wanted.filter(screen), paging.q()));
    }

    @GetMapping("/files/{id}")
    String show(@PathVariable AttachmentId id, Screen screen) {
        AttachmentView file = attaching.find(id);
        boolean isPicture = file.mediaType().matches("image/(png|jpeg|gif|webp)");
        return screen.document(
                document(file, screen.texts()),
                new Preview(
                        isPicture ? at(id) + "/content" : null,
                        FileAnswer.canBeShown(file.mediaType()) ? at(id) + "/view" : null,
                        file.printed() ? null : at(id) + "/versions"));
    }

    private static Document document(AttachmentView file, Texts texts) {
        String at = at(file.id());
        boolean held = file.holdReason() != null;
        boolean free = !held && file.others().isEmpty();
        Document document = Document.of("file", file.name())
                .form("download", "attachment.read", true, at + "/content")
                .form("edit", "attachment.change", true, at + "/edit")
                .form("hold", "attachment.hold", !held, at + "/hold")
                .step("release", "attachment.hold", held, at + "/release")
                .form("link", "attachment.change", true, at + "/link")
                .form("unlink", "attachment.change", !file.others().isEmpty(), at + "/unlink")
                .grave("remove", "attachment.remove", free, at + "/remove", texts);
        for (PlaceView place : places(file).toList()) {
            String label = place.label().isEmpty() ? texts.constant(place.resource()) : place.label();
            document = document.fact("record", label, Places.at(place.resource(), place.record()));
        }
        return document.fact("mediaType", file.mediaType())
                .fact("size", Sizes.said(file.sizeBytes(), texts))
                .fact("note", file.note())
                .fact("tags", String.join(", ", file.tags()))
                .fact("retention", texts.constant(file.retention()))
                .fact("keptUntil", texts.date(file.keptUntil()))
                .fact("holdReason", file.holdReason())
                .table(versions(file, texts).table("versions", file.versions(), texts));
    }

    private static Stream<PlaceView> places(AttachmentView file) {
        var first = new PlaceView(file.resource(), file.record(), file.recordLabel());
        return Stream.concat(Stream.of(first), file.others().stream());
    }

    private static Columns<VersionView> versions(AttachmentView file, Texts texts) {
        return Columns.<VersionView>begin()
                .link("number", VersionView::number, v -> at(file.id()) + "/content?version=" + v.number())
                .text("mediaType", VersionView::mediaType)
                .measure("size", version -> Sizes.said(version.sizeBytes(), texts))
                .moment("added", VersionView::addedAt)
                .text("addedBy", VersionView::addedBy);
    }

    @GetMapping("/files/{id}/content")
    void download(
            @PathVariable AttachmentId id,
            @RequestParam(required = false) @Nullable Integer version,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        FileAnswer.send(attaching.download(id, version), request, response);
    }

    @GetMapping("/files/{id}/view")
    void view(@PathVariable AttachmentId id, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        FileAnswer.show(attaching.download(id, null), request, response);
    }

    /** @param tags parted by commas */
    record Said(
            @NotBlank @Size(max = 200) String name,
            @Nullable @Size(max = 500) String note,
            @Nullable String tags,
            @Nullable Retention retention) {

        AttachmentDetails details() {
            List<String> words = tags == null
                    ? List.of()
                    : Arrays.stream(tags.split(","))
                            .filter(tag -> !tag.isBlank())
                            .toList();
            return new AttachmentDetails(name, note, words, retention);
        }
    }

    private static Form form(AttachmentId id) {
        return Form.of(
                "file",
                at(id),
                Field.text("name").must().broad(),
                Field.text("tags").broad(),
                Field.choice("retention", Retention.values()),
                Field.area("note"));
    }

    @GetMapping("/files/{id}/edit")
    String edit(@PathVariable AttachmentId id, Screen screen) {
        AttachmentView file = attaching.find(id);
        var said = new Said(file.name(), file.note(), String.join(", ", file.tags()), file.retention());
        return screen.form(form(id), said, file.version(), Map.of());
    }

    @PostMapping("/files/{id}/edit")
    String change(@PathVariable AttachmentId id, Screen screen) {
        return screen.submit(() -> form(id), Said.class, said -> {
            attaching.change(id, screen.version(), said.details());
            return at(id);
        });
    }

    record Hold(@NotBlank @Size(max = 200) String reason) {}

    private static Form holdForm(AttachmentId id) {
        return Form.of("file-hold", at(id), Field.text("reason").must().broad());
    }

    @GetMapping("/files/{id}/hold")
    String askHold(@PathVariable AttachmentId id, Screen screen) {
        attaching.find(id);
        return screen.form(holdForm(id), null);
    }

    @PostMapping("/files/{id}/hold")
    String hold(@PathVariable AttachmentId id, Screen screen) {
        return screen.submit(
                () -> holdForm(id),
                Hold.class,
                hold -> at(attaching.hold(id, hold.reason()).id()));
    }

    @PostMapping("/files/{id}/release")
    String release(@PathVariable AttachmentId id, Screen screen) {
        return screen.redirect(at(attaching.release(id).id()));
    }

    @PostMapping("/files/{id}/remove")
    String remove(@PathVariable AttachmentId id, Screen screen) {
        attaching.remove(id, attaching.find(id).version());
        return screen.redirect("/files");
    }
}
