package com.company.erp.document.wording;

import com.company.erp.document.press.Words;
import com.company.erp.kernel.InvalidInput;
import com.company.erp.kernel.Money;
import com.company.erp.kernel.NotFound;
import com.company.erp.kernel.StaleDocument;
import com.company.erp.masterdata.company.CompanyRegister;
import com.company.erp.platform.access.Door;
import com.company.erp.platform.access.Needs;
import com.company.erp.platform.access.Refuses;
import com.company.erp.platform.tenancy.Scope;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Says what e-mails say. Each call is one transaction, joined if one is open. */
@Door
public class Wording {

    private static final LocalDate SAMPLE_DAY = LocalDate.of(2026, 3, 2);

    private final MailTemplates templates;
    private final CompanyRegister companies;
    private final JdbcClient jdbc;

    Wording(MailTemplates templates, CompanyRegister companies, JdbcClient jdbc) {
        this.templates = templates;
        this.companies = companies;
        this.jdbc = jdbc;
    }

    /** All kinds of e-mail in all languages. */
    @Needs("mail_template.read")
    @Transactional(readOnly = true)
    public List<MailTemplateRow> list() {
        Set<String> own = jdbc.sql("""
                        SELECT kind || ' ' || language FROM mail_templates WHERE company_id = :company
                        ORDER BY kind, language""").param("company", Scope.company().value()).query(String.class).stream()
                .collect(Collectors.toSet());
        return Stream.of(MailKind.values())
                .flatMap(kind -> Words.LANGUAGES.stream()
                        .map(language ->
                                new MailTemplateRow(kind, language, own.contains(kind.name() + " " + language))))
                .toList();
    }

    /**
     * The company's own words, or the house's.
     *
     * @throws NotFound template.language
     */
    @Needs("mail_template.read")
    @Refuses("template.language")
    @Transactional(readOnly = true)
    public MailTemplateView read(MailKind kind, String language) {
        return own(kind, language).map(MailTemplate::view).orElseGet(() -> usual(kind, language));
    }

    private Optional<MailTemplate> own(MailKind kind, String language) {
        if (!Words.LANGUAGES.contains(language)) {
            throw new NotFound("template.language", "E-mail is in " + String.join(", ", Words.LANGUAGES) + ".");
        }
        return templates.findByKindAndLanguage(kind, language);
    }

    private static MailTemplateView usual(MailKind kind, String language) {
        ResourceBundle words = ResourceBundle.getBundle(
                "mail.words",
                Locale.forLanguageTag(language),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return new MailTemplateView(
                kind,
                language,
                0,
                false,
                words.getString(kind.key() + ".subject"),
                words.getString(kind.key() + ".text"),
                kind.placeholders());
    }

    /**
     * What an e-mail says.
     *
     * @param language one of papers
     * @param values what the names in braces stand for
     */
    @Needs("mail_template.read")
    @Transactional(readOnly = true)
    public Said say(MailKind kind, String language, Map<String, String> values) {
        MailTemplateView words = read(kind, language);
        return new Said(Placeholders.fill(words.subject(), values), Placeholders.fill(words.text(), values));
    }

    /**
     * Changes what e-mails of a kind say from now on.
     *
     * @throws NotFound template.language
     * @throws StaleDocument record.stale
     * @throws InvalidInput mail_template.placeholder
     */
    @Needs("mail_template.change")
    @Refuses({"template.language", "record.stale", "mail_template.placeholder"})
    public MailTemplateView change(MailKind kind, String language, MailTemplateDetails details, int version) {
        MailTemplate template = own(kind, language).orElseGet(() -> new MailTemplate(kind, language));
        template.mustBeAt(version);
        check(kind, details);
        template.write(details);
        return templates.saveAndFlush(template).view();
    }

    private static void check(MailKind kind, MailTemplateDetails details) {
        Placeholders.check("subject", details.subject(), kind);
        Placeholders.check("text", details.text(), kind);
        if (details.subject().lines().count() > 1) {
            throw new InvalidInput("subject", "mail_template.subject", "A subject is one line.");
        }
    }

    /**
     * Goes back to the house's words.
     *
     * @throws NotFound template.language, template.not_own
     * @throws StaleDocument record.stale
     */
    @Needs("mail_template.change")
    @Refuses({"template.language", "template.not_own", "record.stale"})
    public void reset(MailKind kind, String language, int version) {
        MailTemplate template = own(kind, language)
                .orElseThrow(() -> new NotFound("template.not_own", "The company has no words of its own there."));
        template.mustBeAt(version);
        templates.delete(template);
    }

    /**
     * What an e-mail to an invented customer would say, by words that are not kept.
     *
     * @throws NotFound template.language
     * @throws InvalidInput mail_template.placeholder
     */
    @Needs("mail_template.read")
    @Refuses({"template.language", "mail_template.placeholder", "mail_template.subject"})
    @Transactional(readOnly = true)
    public Said preview(MailKind kind, String language, MailTemplateDetails details) {
        own(kind, language);
        check(kind, details);
        Words words = Words.in(language);
        Map<String, String> values = Map.of(
                "number", "INV-2026-00042",
                "title", words.word("dunning.1"),
                "company", companies.read().name(),
                "customer", words.word("sample.customer"),
                "amount", words.amount(Money.of("1190.00", "EUR")) + " EUR",
                "date", words.date(SAMPLE_DAY),
                "due", words.date(SAMPLE_DAY.plusDays(30)));
        return new Said(Placeholders.fill(details.subject(), values), Placeholders.fill(details.text(), values));
    }
}
