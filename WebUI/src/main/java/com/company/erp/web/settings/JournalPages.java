package com.company.erp.web.settings;

import com.company.erp.finance.numbering.JournalKind;
import com.company.erp.finance.numbering.JournalView;
import com.company.erp.finance.numbering.Numbering;
import com.company.erp.platform.web.Page;
import com.company.erp.web.pattern.Columns;
import com.company.erp.web.pattern.Field;
import com.company.erp.web.pattern.Form;
import com.company.erp.web.pattern.ListPage;
import com.company.erp.web.pattern.Screen;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Journals, and how each numbers its entries. */
@Controller
class JournalPages {

    private static final ListPage<JournalView> LIST = ListPage.<JournalView>of(
            "journals",
            Columns.<JournalView>begin()
                    .link("name", JournalView::name, journal -> "/journals/" + journal.kind() + "/edit")
                    .text("kind", JournalView::kind)
                    .text("pattern", JournalView::pattern)
                    .yesNo("ascending", JournalView::ascending));
    private static final Form FORM = Form.of(
            "journal",
            "/journals",
            Field.text("name").must(),
            Field.text("pattern").must(),
            Field.yesNo("ascending").broad());

    private final Numbering numbering;

    JournalPages(Numbering numbering) {
        this.numbering = numbering;
    }

    record Change(
            @NotBlank @Size(max = 100) String name,
            @NotBlank @Size(max = 60) String pattern,
            boolean ascending) {}

    @GetMapping("/journals")
    String list(Screen screen) {
        return screen.list(LIST, new Page<>(numbering.list(), null));
    }

    @GetMapping("/journals/{kind}/edit")
    String edit(@PathVariable JournalKind kind, Screen screen) {
        JournalView journal = numbering.find(kind);
        return screen.form(FORM, journal, journal.version(), Map.of());
    }

    @PostMapping("/journals/{kind}/edit")
    String change(@PathVariable JournalKind kind, Screen screen) {
        return screen.submit(() -> FORM, Change.class, numbering.find(kind), change -> {
            numbering.change(kind, screen.version(), change.name(), change.pattern(), change.ascending());
            return "/journals";
        });
    }
}
