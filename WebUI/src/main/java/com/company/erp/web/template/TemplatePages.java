package com.company.erp.web.template;

import com.company.erp.document.printing.PaperKind;
import com.company.erp.document.template.PrintTemplateDetails;
import com.company.erp.document.template.PrintTemplateView;
import com.company.erp.document.template.Templating;
import com.company.erp.document.wording.MailKind;
import com.company.erp.document.wording.MailTemplateDetails;
import com.company.erp.document.wording.MailTemplateView;
import com.company.erp.document.wording.Said;
import com.company.erp.document.wording.Wording;
import com.company.erp.kernel.ErpException;
import com.company.erp.kernel.FieldProblem;
import com.company.erp.kernel.Forbidden;
import com.company.erp.kernel.InvalidInput;
import com.company.erp.kernel.Unauthenticated;
import com.company.erp.platform.tenancy.Scope;
import com.company.erp.platform.web.Page;
import com.company.erp.web.pattern.Columns;
import com.company.erp.web.pattern.ListPage;
import com.company.erp.web.pattern.Screen;
import com.company.erp.web.pattern.Texts;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What papers and e-mails look like, written at the left and seen at the right as it is typed. */
@Controller
class TemplatePages {

    private static final ListPage<Row> LIST = ListPage.of(
            "templates",
            Columns.<Row>begin()
                    .link("name", Row::name, Row::at)
                    .text("language", Row::language)
                    .yesNo("own", Row::own));

    private final Templating templating;
    private final Wording wording;

    TemplatePages(Templating templating, Wording wording) {
        this.templating = templating;
        this.wording = wording;
    }

    /** A template in the list. */
    record Row(String name, String language, String at, boolean own) {}

    /** @param problem why it cannot be kept */
    record Editor(
            String title,
            String at,
            int version,
            boolean own,
            List<Part> parts,
            Preview preview,
            @Nullable String problem) {}

    /** @param rows of its field; one for a line */
    record Part(String name, String text, int rows, boolean code) {}

    /**
     * What would come of it.
     *
     * @param pictures pages as addresses of pictures
     * @param problem what is wrong, and in which line
     */
    record Preview(
            List<String> pictures,
            @Nullable Said said,
            @Nullable String problem) {}

    private static String name(String key, Enum<?> kind, Texts texts) {
        return texts.say("template." + key + "." + kind.name());
    }

    private static String language(String language, Texts texts) {
        return Locale.forLanguageTag(language).getDisplayLanguage(texts.locale());
    }

    private static String paperAt(PaperKind paper, String language) {
        return "/print-templates/" + paper + "/" + language;
    }

    private static String mailAt(MailKind kind, String language) {
        return "/mail-templates/" + kind + "/" + language;
    }

    @GetMapping("/templates")
    String list(Screen screen) {
        Texts texts = screen.texts();
        Stream<Row> papers = templating.list().stream()
                .map(row -> new Row(
                        name("paper", row.paper(), texts),
                        language(row.language(), texts),
                        paperAt(row.paper(), row.language()),
                        row.own()));
        Stream<Row> mails = !Scope.permissions().contains("mail_template.read")
                ? Stream.of()
                : wording.list().stream()
                        .map(row -> new Row(
                                name("mail", row.kind(), texts),
                                language(row.language(), texts),
                                mailAt(row.kind(), row.language()),
                                row.own()));
        return screen.list(LIST, new Page<>(Stream.concat(papers, mails).toList(), null));
    }

    private static Preview seen(Screen screen, Supplier<Preview> preview) {
        try {
            return preview.get();
        } catch (Forbidden | Unauthenticated e) {
            throw e;
        } catch (ErpException e) {
            return new Preview(List.of(), null, told(e, screen));
        }
    }

    /** The reason as it is found: it names lines and what is not known there. */
    private static String told(ErpException e, Screen screen) {
        return e.problems().stream()
                .map(FieldProblem::message)
                .findFirst()
                .orElseGet(() -> screen.texts().problem(e));
    }

    /** As long as the API takes it, too. */
    private static String given(String field, String text, int charsMax) {
        if (!text.isBlank() && text.length() <= charsMax) return text;
        throw new InvalidInput(field, "field.size", "It has 1 to " + charsMax + " characters.");
    }

    private String answer(Screen screen, HttpServletResponse response, Editor editor, Runnable step) {
        try {
            step.run();
            return screen.told("told.template").redirect(editor.at);
        } catch (Forbidden | Unauthenticated e) {
            throw e;
        } catch (ErpException e) {
            response.setStatus(422);
            return screen.page(
                    "editor",
                    new Editor(
                            editor.title,
                            editor.at,
                            editor.version,
                            editor.own,
                            editor.parts,
                            editor.preview,
                            told(e, screen)));
        }
    }

    private Preview preview(PaperKind paper, String language, String html) {
        List<String> pages = templating.pictures(paper, language, new PrintTemplateDetails(html)).stream()
                .map(png -> "data:image/png;base64," + Base64.getEncoder().encodeToString(png))
                .toList();
        return new Preview(pages, null, null);
    }

    private Editor editor(PrintTemplateView template, String html, Screen screen) {
        Texts texts = screen.texts();
        return new Editor(
                name("paper", template.paper(), texts) + " · " + language(template.language(), texts),
                paperAt(template.paper(), template.language()),
                template.version(),
                template.own(),
                List.of(new Part("html", html, 40, true)),
                seen(screen, () -> preview(template.paper(), template.language(), html)),
                null);
    }

    @GetMapping("/print-templates/{paper}/{language}")
    String paper(@PathVariable PaperKind paper, @PathVariable String language, Screen screen) {
        PrintTemplateView template = templating.read(paper, language);
        return screen.page("editor", editor(template, template.html(), screen));
    }

    @PostMapping("/print-templates/{paper}/{language}/preview")
    String previewPaper(
            @PathVariable PaperKind paper,
            @PathVariable String language,
            @RequestParam(defaultValue = "") String html,
            Screen screen) {
        return screen.page("editor :: preview", seen(screen, () -> preview(paper, language, html)));
    }

    @PostMapping("/print-templates/{paper}/{language}")
    String savePaper(
            @PathVariable PaperKind paper,
            @PathVariable String language,
            @RequestParam(defaultValue = "") String html,
            Screen screen,
            HttpServletResponse response) {
        return answer(
                screen,
                response,
                editor(templating.read(paper, language), html, screen),
                () -> templating.change(
                        paper, language, new PrintTemplateDetails(given("html", html, 200_000)), screen.version()));
    }

    @PostMapping("/print-templates/{paper}/{language}/reset")
    String resetPaper(@PathVariable PaperKind paper, @PathVariable String language, Screen screen) {
        templating.reset(paper, language, screen.version());
        return screen.redirect(paperAt(paper, language));
    }

    private Editor editor(MailTemplateView template, MailTemplateDetails words, Screen screen) {
        Texts texts = screen.texts();
        return new Editor(
                name("mail", template.kind(), texts) + " · " + language(template.language(), texts),
                mailAt(template.kind(), template.language()),
                template.version(),
                template.own(),
                List.of(new Part("subject", words.subject(), 1, false), new Part("text", words.text(), 18, false)),
                seen(screen, () -> preview(template.kind(), template.language(), words)),
                null);
    }

    private Preview preview(MailKind kind, String language, MailTemplateDetails words) {
        return new Preview(List.of(), wording.preview(kind, language, words), null);
    }

    @GetMapping("/mail-templates/{kind}/{language}")
    String mail(@PathVariable MailKind kind, @PathVariable String language, Screen screen) {
        MailTemplateView template = wording.read(kind, language);
        return screen.page(
                "editor", editor(template, new MailTemplateDetails(template.subject(), template.text()), screen));
    }

    @PostMapping("/mail-templates/{kind}/{language}/preview")
    String previewMail(
            @PathVariable MailKind kind,
            @PathVariable String language,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(defaultValue = "") String text,
            Screen screen) {
        var words = new MailTemplateDetails(subject, text);
        return screen.page("editor :: preview", seen(screen, () -> preview(kind, language, words)));
    }

    @PostMapping("/mail-templates/{kind}/{language}")
    String saveMail(
            @PathVariable MailKind kind,
            @PathVariable String language,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(defaultValue = "") String text,
            Screen screen,
            HttpServletResponse response) {
        var words = new MailTemplateDetails(subject, text);
        return answer(screen, response, editor(wording.read(kind, language), words, screen), () -> {
            given("subject", subject, 200);
            given("text", text, 5_000);
            wording.change(kind, language, words, screen.version());
        });
    }

    @PostMapping("/mail-templates/{kind}/{language}/reset")
    String resetMail(@PathVariable MailKind kind, @PathVariable String language, Screen screen) {
        wording.reset(kind, language, screen.version());
        return screen.redirect(mailAt(kind, language));
    }
}
