package com.company.erp.document.printing;

import static org.assertj.core.api.Assertions.assertThat;

import com.company.erp.document.printing.Paper.Fact;
import com.company.erp.kernel.Money;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** What is on the paper, page by page, and that it is the archive format that it says it is. */
class PaperTest {

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final PdfPress PRESS = new PdfPress();

    private static InvoiceSheet invoice(String language, int lineCount) {
        Words words = Words.in(language);
        boolean arabic = language.equals("ar");
        String company = arabic ? "\u0634\u0631\u0643\u0629 \u0627\u0644\u0646\u0648\u0631" : "Lime & S\u00f6hne GmbH";
        var paper = new Paper(
                words,
                "#1f4f7a",
                null,
                company,
                company + " \u00b7 10115 Berlin",
                List.of(company, "Gartenstra\u00dfe 12", "10115 Berlin"),
                List.of(List.of(company, "+49 30 5550100"), List.of("IBAN DE89 3704 0044 0532 0130 00")));
        List<InvoiceSheet.Line> lines = new ArrayList<>();
        Money price = Money.of("10.00", "EUR");
        Money sum = Money.zero(EUR);
        for (int i = 1; i <= lineCount; i++) {
            sum = sum.plus(price);
            lines.add(new InvoiceSheet.Line(
                    i,
                    List.of("Item " + i, "Serial " + i),
                    "1",
                    words.price(price.amount(), EUR),
                    "",
                    words.percent(new BigDecimal("19")),
                    words.amount(price),
                    words.amount(sum)));
        }
        var bank = new Letterhead.Bank(null, "DE89370400440532013000", null);
        return new InvoiceSheet(
                paper,
                words.word("invoice") + " INV-2026-00042",
                false,
                List.of(new Fact(words.word("date.issue"), words.date(LocalDate.of(2026, 3, 2)))),
                null,
                "EUR",
                false,
                lines,
                List.of(new Fact(words.word("net"), words.amount(sum))),
                new Fact(words.word("total"), words.amount(sum)),
                List.of(),
                List.of("Thank you."),
                new InvoiceSheet.Payment(
                        words.word("payment", words.amount(sum), "2026"),
                        List.of(new Fact("IBAN", "DE89")),
                        PaymentCode.of(bank, company, sum, "INV-2026-00042")));
    }

    private static byte[] pdf(InvoiceSheet sheet) throws IOException {
        var pdf = new ByteArrayOutputStream();
        PRESS.print("invoice", sheet.paper().words().language(), sheet, pdf);
        return pdf.toByteArray();
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
    void every_language_is_an_archive_file_with_all_its_fonts(String language) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        var flavour = PDFAFlavour.PDFA_3_U;
        try (var parser = Foundries.defaultInstance()
                        .createParser(new ByteArrayInputStream(pdf(invoice(language, 3))), flavour);
                var validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            assertThat(validator.validate(parser).getTestAssertions()).isEmpty();
        }
    }

    @Test
    void a_paper_says_what_the_invoice_says() throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf(invoice("de", 2)))) {
            assertThat(document.getNumberOfPages()).isOne();
            assertThat(page(document, 1))
                    .contains("Rechnung INV-2026-00042")
                    .contains("Lime & S\u00f6hne GmbH")
                    .contains("02.03.2026")
                    .contains("Item 2")
                    .contains("19 %")
                    .contains("20,00")
                    .contains("1 von 1")
                    .doesNotContain("\u00dcbertrag");
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Rechnung INV-2026-00042");
        }
    }

    @Test
    void a_thousand_lines_carry_their_sum_from_page_to_page() throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf(invoice("en", 1_000)))) {
            int pages = document.getNumberOfPages();
            assertThat(pages).isBetween(40, 60);
            String carried = null;
            for (int number = 1; number <= pages; number++) {
                String text = page(document, number);
                assertThat(text).contains(number + " of " + pages);
                if (carried != null && number < pages) assertThat(text).contains("Carried over " + carried);
                int last = text.lastIndexOf("Carried over ");
                if (number < pages - 1) {
                    carried = text.substring(last + "Carried over ".length()).split("\\s")[0];
                    assertThat(text).contains("Item " + carried.replace(",", "").replace("0.00", ""));
                }
            }
            assertThat(page(document, pages)).contains("Total 10,000.00");
        }
    }

    @Test
    void arabic_letters_join_and_lines_run_from_the_right() {
        var shaping = new ArabicShaping();
        // Lam and alef become one; beh takes its four forms.
        assertThat(shaping.shapeText("\u0644\u0627")).isEqualTo("\uFEFB");
        assertThat(shaping.shapeText("\u0628\u0628\u0628")).isEqualTo("\uFE91\uFE92\uFE90");
        assertThat(shaping.shapeText("\u0628")).isEqualTo("\uFE8F");
        assertThat(shaping.shapeText("\u062f\u0628")).isEqualTo("\uFEA9\uFE8F");
        assertThat(shaping.shapeText("\u064a")).isEqualTo("\uFEF1");
        assertThat(shaping.shapeText("\u063a\u0641")).isEqualTo("\uFECF\uFED2");
        assertThat(shaping.reorderRTLTextToLTR("\u0628 (1)")).isEqualTo("(1) \u0628");
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
    void there_is_no_payment_code_for_other_currencies_or_without_an_account() {
        var bank = new Letterhead.Bank(null, "DE89370400440532013000", null);
        assertThat(PaymentCode.of(bank, "A", Money.of("1.00", "EUR"), "1")).startsWith("data:image/png");
        assertThat(PaymentCode.of(bank, "A", Money.of("1.00", "USD"), "1")).isNull();
        assertThat(PaymentCode.of(new Letterhead.Bank(null, null, null), "A", Money.of("1.00", "EUR"), "1"))
                .isNull();
        assertThat(Iban.isValid("DE89370400440532013000")).isTrue();
        assertThat(Iban.isValid("DE88370400440532013000")).isFalse();
    }
}
