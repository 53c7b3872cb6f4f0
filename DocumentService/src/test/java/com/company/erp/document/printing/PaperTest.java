package com.company.erp.document.printing;

import static org.assertj.core.api.Assertions.assertThat;

import com.company.erp.document.letterhead.LetterheadDetails;
import com.company.erp.document.press.Sheet;
import com.company.erp.document.press.Words;
import com.company.erp.kernel.Money;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** What is on the paper, page by page, and that it is the archive format that it says it is. */
class PaperTest {

    private static byte[] pdf(String template, Sheet sheet) throws IOException {
        var pdf = new ByteArrayOutputStream();
        SamplePapers.PRESS.print(template, sheet, pdf);
        return pdf.toByteArray();
    }

    private static PDDocument paper(String language, PaperKind kind, int lines) throws IOException {
        return Loader.loadPDF(pdf(kind.template(), SamplePapers.in(language).of(kind, lines)));
    }

    private static String page(PDDocument document, int number) throws IOException {
        var text = new PDFTextStripper();
        text.setSortByPosition(true);
        text.setStartPage(number);
        text.setEndPage(number);
        return text.getText(document).replace('\u00a0', ' ').replaceAll(" +", " ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "fr", "es", "ar"})
    void every_paper_is_an_archive_file_with_all_its_fonts(String language) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        var flavour = PDFAFlavour.PDFA_3_U;
        for (PaperKind kind : PaperKind.values()) {
            byte[] pdf = pdf(kind.template(), SamplePapers.in(language).of(kind, 3));
            try (var parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
                    var validator = Foundries.defaultInstance().createValidator(flavour, false)) {
                assertThat(validator.validate(parser).getTestAssertions())
                        .as(kind + " in " + language)
                        .isEmpty();
            }
        }
    }

    @Test
    void a_paper_says_what_the_invoice_says() throws IOException {
        try (PDDocument document = paper("de", PaperKind.INVOICE, 2)) {
            assertThat(document.getNumberOfPages()).isOne();
            assertThat(page(document, 1))
                    .contains("Rechnung INV-2026-00042")
                    .contains("L\u00e4mmle & S\u00f6hne GmbH")
                    .contains("02.03.2026")
                    .contains("Wartung der Terminals")
                    .contains("19 %")
                    .contains("3.064,80")
                    .contains("3.647,11")
                    .contains("1 von 1")
                    .doesNotContain("\u00dcbertrag");
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Rechnung INV-2026-00042");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = PaperKind.class,
            names = {"INVOICE", "STATEMENT", "DUNNING", "PAYMENT"})
    void a_sum_is_carried_from_page_to_page(PaperKind kind) throws IOException {
        try (PDDocument document = paper("en", kind, 120)) {
            int pages = document.getNumberOfPages();
            assertThat(pages).isGreaterThan(3);
            String carried = null;
            for (int number = 1; number <= pages; number++) {
                String text = page(document, number);
                assertThat(text).contains(number + " of " + pages);
                if (carried != null && number < pages) assertThat(text).contains("Carried over " + carried);
                if (number == pages - 1) break;
                int last = text.lastIndexOf("Carried over ");
                carried = text.substring(last + "Carried over ".length()).split("\\s")[0];
                assertThat(text).as("the sum of the page's last line").contains(carried);
            }
        }
    }

    @Test
    void no_last_page_is_empty_or_holds_the_closing_words_alone() throws IOException {
        for (int lines = 28; lines < 42; lines++) {
            try (PDDocument statement = paper("de", PaperKind.STATEMENT, lines);
                    PDDocument invoice = paper("de", PaperKind.INVOICE, lines)) {
                assertThat(page(statement, statement.getNumberOfPages()))
                        .as("%d lines", lines)
                        .contains("Saldo EUR");
                assertThat(page(invoice, invoice.getNumberOfPages()))
                        .as("%d lines", lines)
                        .contains("Bitte zahlen Sie", "Vielen Dank f\u00fcr Ihren Auftrag.");
            }
        }
    }

    @Test
    void taxes_of_several_rates_stand_in_a_table_and_as_one_sum() throws IOException {
        try (PDDocument several = paper("de", PaperKind.INVOICE, 4);
                PDDocument one = paper("de", PaperKind.INVOICE, 3)) {
            assertThat(page(several, 1))
                    .contains("19 % 4.304,80 817,91")
                    .contains("7 % 462,50 32,38")
                    .contains("Umsatzsteuer 850,29")
                    .doesNotContain("USt. 19 % auf");
            assertThat(page(one, 1)).contains("USt. 19 % auf 4.304,80 817,91");
        }
    }

    @Test
    void a_thousand_lines_are_one_invoice() throws IOException {
        try (PDDocument document = paper("en", PaperKind.INVOICE, 1_000)) {
            int pages = document.getNumberOfPages();
            assertThat(pages).isBetween(40, 70);
            assertThat(page(document, pages)).contains("1,404,396.75");
        }
    }

    @Test
    void a_dunning_letter_gets_firmer_and_a_remittance_says_what_it_is_for() throws IOException {
        Samples samples = SamplePapers.in("en");
        try (PDDocument first = Loader.loadPDF(pdf("dunning", samples.dunning(2, 1)));
                PDDocument last = Loader.loadPDF(pdf("dunning", samples.dunning(2, 3)));
                PDDocument remittance = paper("en", PaperKind.PAYMENT, 2)) {
            assertThat(page(first, 1))
                    .contains("Payment reminder")
                    .contains("Perhaps it slipped your attention")
                    .contains("Invoice INV-2026-00030 2 Mar 2026 1 Apr 2026 45 1,190.00")
                    .contains("Overdue EUR 1,547.00")
                    .contains("DE89 3704 0044 0532 0130 00");
            assertThat(page(last, 1)).contains("Final notice").doesNotContain("Perhaps");
            assertThat(page(remittance, 1))
                    .contains("Remittance advice PAY-2026-00012")
                    .contains("we transferred 476.00 EUR to you")
                    .contains("Credit note CRN-2026-00001 2 Mar 2026 238.00");
        }
    }

    @Test
    void every_language_has_every_word() {
        for (String language : Words.LANGUAGES) {
            var keys = ResourceBundle.getBundle("print.words", Locale.forLanguageTag(language))
                    .getKeys();
            var english = ResourceBundle.getBundle("print.words", Locale.ROOT).keySet();
            assertThat(new TreeSet<>(java.util.Collections.list(keys))).isEqualTo(new TreeSet<>(english));
        }
        assertThat(Words.in("de-AT").word("invoice")).isEqualTo("Rechnung");
        assertThat(Words.in("xx").word("invoice")).isEqualTo("Invoice");
    }

    @Test
    void in_arabic_the_sign_stands_before_the_figure_too() throws IOException {
        try (PDDocument statement = paper("ar", PaperKind.STATEMENT, 5)) {
            assertThat(page(statement, 1)).contains("-1,190.00").doesNotContain("1,190.00-");
        }
    }

    @Test
    void there_is_no_payment_code_for_other_currencies_or_without_an_account() {
        var bank = new LetterheadDetails(null, null, null, "DE89370400440532013000", null, null, null);
        assertThat(PaymentCode.of(bank, "A", Money.of("1.00", "EUR"), "1")).startsWith("data:image/png");
        assertThat(PaymentCode.of(bank, "A", Money.of("1.00", "USD"), "1")).isNull();
        assertThat(PaymentCode.of(
                        new LetterheadDetails(null, null, null, null, null, null, null),
                        "A",
                        Money.of("1.00", "EUR"),
                        "1"))
                .isNull();
    }
}
