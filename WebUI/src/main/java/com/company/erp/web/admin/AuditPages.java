package com.company.erp.web.admin;

import com.company.erp.kernel.DocumentRef;
import com.company.erp.kernel.UserId;
import com.company.erp.platform.trail.AuditFilter;
import com.company.erp.platform.trail.AuditRow;
import com.company.erp.platform.trail.AuditTrail;
import com.company.erp.platform.trail.FieldChange;
import com.company.erp.platform.web.ExportFormat;
import com.company.erp.platform.web.Paging;
import com.company.erp.platform.web.TableExport;
import com.company.erp.web.pattern.Columns;
import com.company.erp.web.pattern.Field.Option;
import com.company.erp.web.pattern.ListPage;
import com.company.erp.web.pattern.Places;
import com.company.erp.web.pattern.Screen;
import com.company.erp.web.pattern.Texts;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who changed what. */
@Controller
class AuditPages {

    private static final int CHANGES_SHOWN = 6;
    private static final int LONGEST = 80;

    private final AuditTrail trail;

    AuditPages(AuditTrail trail) {
        this.trail = trail;
    }

    /** @param to this day too */
    record Wanted(
            @Nullable String type,
            @Nullable UUID record,
            @Nullable UserId actor,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {

        AuditFilter filter(Screen screen) {
            return new AuditFilter(
                    type,
                    record,
                    actor,
                    null,
                    null,
                    from == null ? null : screen.startOf(from),
                    to == null ? null : screen.startOf(to.plusDays(1)));
        }
    }

    @GetMapping("/audit")
    String list(Wanted wanted, Paging paging, Screen screen) {
        return screen.list(page(screen.texts()), trail.list(wanted.filter(screen), paging));
    }

    private ListPage<AuditRow> page(Texts texts) {
        AuditTrail.Noted noted = trail.noted();
        List<Option> types =
                noted.types().stream().map(type -> new Option(type, null)).toList();
        List<Option> people = noted.people().stream()
                .map(person -> new Option(person.id().value().toString(), person.name()))
                .toList();
        return ListPage.<AuditRow>of(
                        "audit",
                        Columns.<AuditRow>begin()
                                .moment("at", AuditRow::at)
                                .sortable()
                                .text("actor", AuditPages::who)
                                .to(row -> "/audit?actor=" + row.actor().value())
                                .word("record", AuditRow::recordType)
                                .to(row -> "/audit?type=" + row.recordType() + "&record=" + row.recordId())
                                .text("page", row -> page(row) == null ? null : texts.say("audit.open"))
                                .to(AuditPages::page)
                                .text("action", row -> texts.action(row.action()))
                                .text("changes", row -> changes(row.changes(), texts))
                                .text("permission", AuditRow::permission)
                                .extra()
                                .text("address", AuditRow::address)
                                .extra()
                                .text("requestId", AuditRow::requestId)
                                .extra())
                .choice("type", types)
                .choice("actor", people)
                .dated()
                .exported();
    }

    private static String who(AuditRow row) {
        return row.standInName() == null ? row.actorName() : row.actorName() + " (" + row.standInName() + ")";
    }

    private static @Nullable String page(AuditRow row) {
        return Places.of(new DocumentRef(row.recordType(), row.recordId()));
    }

    /** What stood there and what stands there now, a field in a line. */
    private static String changes(List<FieldChange> changes, Texts texts) {
        Stream<String> lines = changes.stream().limit(CHANGES_SHOWN).map(change -> change(change, texts));
        int more = changes.size() - CHANGES_SHOWN;
        Stream<String> rest = more > 0 ? Stream.of(texts.say("audit.more", texts.count(more))) : Stream.of();
        return Stream.concat(lines, rest).collect(Collectors.joining("\n"));
    }

    private static String change(FieldChange change, Texts texts) {
        String before = change.before() == null ? "" : shortened(change.before(), texts) + " → ";
        return texts.field(change.field()) + ": " + before + shortened(change.after(), texts);
    }

    private static String shortened(@Nullable String value, Texts texts) {
        String word = texts.value(value);
        return word.length() <= LONGEST ? word : word.substring(0, LONGEST) + "…";
    }

    @GetMapping("/audit/export")
    void export(
            Wanted wanted,
            @RequestParam(defaultValue = "csv") ExportFormat format,
            Screen screen,
            HttpServletResponse response)
            throws IOException {
        AuditFilter filter = wanted.filter(screen);
        TableExport.send(response, format, "audit", AuditRow.class, rows -> trail.export(filter, rows));
    }
}
