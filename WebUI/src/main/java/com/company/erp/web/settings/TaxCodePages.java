package com.company.erp.web.settings;

import com.company.erp.masterdata.tax.DatedRate;
import com.company.erp.masterdata.tax.TaxCodeBook;
import com.company.erp.masterdata.tax.TaxCodeDraft;
import com.company.erp.masterdata.tax.TaxCodeId;
import com.company.erp.masterdata.tax.TaxCodeLine;
import com.company.erp.masterdata.tax.TaxCodeView;
import com.company.erp.masterdata.tax.TaxKind;
import com.company.erp.platform.web.Paging;
import com.company.erp.web.pattern.Columns;
import com.company.erp.web.pattern.Document;
import com.company.erp.web.pattern.Field;
import com.company.erp.web.pattern.Form;
import com.company.erp.web.pattern.ListPage;
import com.company.erp.web.pattern.Screen;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class TaxCodePages {

    private static final ListPage<TaxCodeLine> LIST = ListPage.<TaxCodeLine>of(
                    "tax-codes",
                    Columns.<TaxCodeLine>begin()
                            .link("code", TaxCodeLine::code, code -> at(code.id()))
                            .text("name", TaxCodeLine::name)
                            .text("kind", TaxCodeLine::kind)
                            .yesNo("active", TaxCodeLine::active))
            .searched()
            .choice("kind", TaxKind.values())
            .choice("active", "true", "false")
            .create("tax.create", "/tax-codes/new");
    private static final Columns<DatedRate> RATES =
            Columns.<DatedRate>begin().date("validFrom", DatedRate::validFrom).number("percent", DatedRate::percent);

    private final TaxCodeBook codes;

    TaxCodePages(TaxCodeBook codes) {
        this.codes = codes;
    }

    private static String at(TaxCodeId id) {
        return "/tax-codes/" + id.value();
    }

    @GetMapping("/tax-codes")
    String list(
            @RequestParam(required = false) @Nullable Boolean active,
            @RequestParam(required = false) @Nullable TaxKind kind,
            Paging paging,
            Screen screen) {
        return screen.list(LIST, codes.list(active, kind, paging));
    }

    @GetMapping("/tax-codes/{id}")
    String read(@PathVariable TaxCodeId id, Screen screen) {
        TaxCodeView code = codes.read(id);
        var texts = screen.texts();
        return screen.document(Document.of("tax-code", code.code())
                .form("edit", "tax.change", true, at(id) + "/edit")
                .step("deactivate", "tax.deactivate", code.active(), at(id) + "/deactivate")
                .step("activate", "tax.activate", !code.active(), at(id) + "/activate")
                .fact("name", code.name())
                .fact("kind", texts.constant(code.kind()))
                .fact("active", texts.say(code.active() ? "yes" : "no"))
                .table(RATES.table("rates", code.rates(), texts)));
    }

    @GetMapping("/tax-codes/new")
    String begin(Screen screen) {
        return screen.form(form("tax-code-new", "/tax-codes"), null);
    }

    @PostMapping("/tax-codes/new")
    String create(Screen screen) {
        return screen.submit(
                () -> form("tax-code-new", "/tax-codes"),
                TaxCodeDraft.class,
                draft -> at(codes.create(draft).id()));
    }

    @GetMapping("/tax-codes/{id}/edit")
    String edit(@PathVariable TaxCodeId id, Screen screen) {
        TaxCodeView code = codes.read(id);
        return screen.form(form("tax-code", at(id)), code, code.version(), Map.of());
    }

    @PostMapping("/tax-codes/{id}/edit")
    String change(@PathVariable TaxCodeId id, Screen screen) {
        return screen.submit(() -> form("tax-code", at(id)), TaxCodeDraft.class, codes.read(id), draft -> {
            codes.change(id, screen.version(), draft);
            return at(id);
        });
    }

    private static Form form(String name, String back) {
        return Form.of(
                        name,
                        back,
                        Field.text("code").must(),
                        Field.text("name").must(),
                        Field.choice("kind", TaxKind.values()).must())
                .rows("rates", Field.date("validFrom"), Field.number("percent"));
    }

    @PostMapping("/tax-codes/{id}/deactivate")
    String deactivate(@PathVariable TaxCodeId id, Screen screen) {
        codes.deactivate(id);
        return screen.redirect(at(id));
    }

    @PostMapping("/tax-codes/{id}/activate")
    String activate(@PathVariable TaxCodeId id, Screen screen) {
        codes.activate(id);
        return screen.redirect(at(id));
    }
}
