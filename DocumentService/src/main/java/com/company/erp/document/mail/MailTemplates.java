package com.company.erp.document.mail;

import com.company.erp.finance.drafting.InvoiceType;
import com.company.erp.finance.invoicing.InvoiceView;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** What an e-mail says when nobody says otherwise, in the customer's language. */
final class MailTemplates {

    private static final List<String> LANGUAGES = List.of("en", "de", "fr", "es", "ar");

    private MailTemplates() {}

    /** @param language as agreed with the customer; English where it is unknown here */
    static MailText of(InvoiceView invoice, @Nullable String language, @Nullable String to, String company) {
        String code = language == null ? "" : language.toLowerCase(Locale.ROOT).split("[-_]")[0];
        ResourceBundle words = ResourceBundle.getBundle(
                "mail.words",
                Locale.forLanguageTag(LANGUAGES.contains(code) ? code : "en"),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        String kind = invoice.type() == InvoiceType.CREDIT_NOTE ? "credit_note" : "invoice";
        String number = invoice.number() == null ? "" : invoice.number();
        return new MailText(
                to,
                words.getString(kind + ".subject").formatted(number, company),
                words.getString(kind + ".text").formatted(number, company));
    }
}
