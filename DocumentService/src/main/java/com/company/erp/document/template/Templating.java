package com.company.erp.document.template;

import com.company.erp.document.attachment.FileContent;
import com.company.erp.document.press.BrokenTemplate;
import com.company.erp.document.press.Pictures;
import com.company.erp.document.press.Words;
import com.company.erp.document.printing.PaperKind;
import com.company.erp.document.printing.Proofs;
import com.company.erp.kernel.InvalidInput;
import com.company.erp.kernel.NotFound;
import com.company.erp.kernel.StaleDocument;
import com.company.erp.platform.access.Door;
import com.company.erp.platform.access.Needs;
import com.company.erp.platform.access.Refuses;
import com.company.erp.platform.tenancy.Scope;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Changes what papers look like. Each call is one transaction, joined if one is open. */
@Door
public class Templating {

    private static final int FEW_LINES = 1;
    private static final int SOME_LINES = 6;
    private static final int MANY_LINES = 60;
    private static final int PICTURES_MAX = 3;

    private final PrintTemplates templates;
    private final Proofs proofs;
    private final JdbcClient jdbc;

    Templating(PrintTemplates templates, Proofs proofs, JdbcClient jdbc) {
        this.templates = templates;
        this.proofs = proofs;
        this.jdbc = jdbc;
    }

    /** All papers in all languages. */
    @Needs("print_template.read")
    @Transactional(readOnly = true)
    public List<PrintTemplateRow> list() {
        Set<String> own = jdbc.sql("""
                        SELECT paper || ' ' || language FROM print_templates WHERE company_id = :company
                        ORDER BY paper, language""").param("company", Scope.company().value()).query(String.class).stream()
                .collect(Collectors.toSet());
        return Stream.of(PaperKind.values())
                .flatMap(paper -> Words.LANGUAGES.stream()
                        .map(language ->
                                new PrintTemplateRow(paper, language, own.contains(paper.name() + " " + language))))
                .toList();
    }

    /**
     * The company's own template, or the house's.
     *
     * @throws NotFound template.language
     */
    @Needs("print_template.read")
    @Refuses("template.language")
    @Transactional(readOnly = true)
    public PrintTemplateView read(PaperKind paper, String language) {
        return own(paper, language)
                .map(PrintTemplate::view)
                .orElseGet(() -> new PrintTemplateView(paper, language, 0, false, proofs.template(paper)));
    }

    private Optional<PrintTemplate> own(PaperKind paper, String language) {
        if (!Words.LANGUAGES.contains(language)) {
            throw new NotFound("template.language", "Papers are in " + String.join(", ", Words.LANGUAGES) + ".");
        }
        return templates.findByPaperAndLanguage(paper, language);
    }

    /**
     * Changes how a paper looks from now on, once its template has proven to work.
     *
     * @throws NotFound template.language
     * @throws StaleDocument record.stale
     * @throws InvalidInput template.broken, which says the line and the reason
     */
    @Needs("print_template.change")
    @Refuses({"template.language", "record.stale", "template.broken"})
    public PrintTemplateView change(PaperKind paper, String language, PrintTemplateDetails details, int version) {
        PrintTemplate template = own(paper, language).orElseGet(() -> new PrintTemplate(paper, language));
        template.mustBeAt(version);
        for (int lines : List.of(FEW_LINES, MANY_LINES)) proof(paper, language, details.html(), lines);
        template.write(details.html());
        return templates.saveAndFlush(template).view();
    }

    private byte[] proof(PaperKind paper, String language, String html, int lines) {
        try {
            return proofs.print(paper, language, html, lines);
        } catch (BrokenTemplate e) {
            throw new InvalidInput("html", "template.broken", String.valueOf(e.getMessage()));
        }
    }

    /**
     * Goes back to the house's template.
     *
     * @throws NotFound template.language, template.not_own
     * @throws StaleDocument record.stale
     */
    @Needs("print_template.change")
    @Refuses({"template.language", "template.not_own", "record.stale"})
    public void reset(PaperKind paper, String language, int version) {
        PrintTemplate template = own(paper, language)
                .orElseThrow(() -> new NotFound("template.not_own", "The company has no template of its own there."));
        template.mustBeAt(version);
        templates.delete(template);
    }

    /**
     * The first pages of a paper of an invented customer, set by a template that is not kept, as PNG.
     *
     * @throws NotFound template.language
     * @throws InvalidInput template.broken
     */
    @Needs("print_template.read")
    @Refuses({"template.language", "template.broken"})
    @Transactional(readOnly = true)
    public List<byte[]> pictures(PaperKind paper, String language, PrintTemplateDetails details) {
        own(paper, language);
        return Pictures.of(proof(paper, language, details.html(), SOME_LINES), PICTURES_MAX);
    }

    /**
     * A paper of an invented customer, set by a template that is not kept.
     *
     * @throws NotFound template.language
     * @throws InvalidInput template.broken
     */
    @Needs("print_template.read")
    @Refuses({"template.language", "template.broken"})
    @Transactional(readOnly = true)
    public FileContent preview(PaperKind paper, String language, PrintTemplateDetails details) {
        own(paper, language);
        return FileContent.of("preview.pdf", "application/pdf", proof(paper, language, details.html(), SOME_LINES));
    }
}
