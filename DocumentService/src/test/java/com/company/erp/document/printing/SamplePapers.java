package com.company.erp.document.printing;

import com.company.erp.document.letterhead.LetterheadDetails;
import com.company.erp.document.press.PdfPress;
import com.company.erp.document.press.Sheet;
import com.company.erp.document.press.Words;
import com.company.erp.kernel.CompanyId;
import com.company.erp.masterdata.company.CompanyAddress;
import com.company.erp.masterdata.company.CompanyView;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Papers of an invented company. Run by name, it writes some of each kind into target/papers, to be looked at,
 * and tells what one costs:
 * {@code ./mvnw -q -pl DocumentService -am test -Dtest=SamplePapers -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class SamplePapers {

    static final PdfPress PRESS = new PdfPress();

    static Samples in(String language) {
        boolean arabic = language.equals("ar");
        var company = new CompanyView(
                new CompanyId(new UUID(1, 1)),
                0,
                arabic ? "شركة النور للتجهيزات" : "Lämmle & Söhne GmbH",
                "DE",
                Currency.getInstance("EUR"),
                "Europe/Berlin",
                1,
                1,
                "DE123456789",
                "29/815/00012",
                "HRB 12345 B",
                new CompanyAddress("Gartenstraße 12", null, "10115", "Berlin", null),
                "hello@laemmle.example",
                "+49 30 5550100",
                false);
        return in(language, company);
    }

    private static Samples in(String language, CompanyView company) {
        Words words = Words.in(language);
        var letterhead = new LetterheadDetails(
                null,
                language,
                "Musterbank",
                "DE89370400440532013000",
                "COBADEFFXXX",
                language.equals("de") ? "Vielen Dank für Ihren Auftrag." : null,
                null);
        return new Samples(words, new PaperMaker(company, letterhead, null, words), letterhead, "EUR");
    }

    @Test
    void are_written_to_be_looked_at() throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "papers"));
        for (String language : List.of("en", "de", "ar", "fr", "es")) {
            Samples samples = in(language);
            for (int lines : List.of(1, 20, 70)) {
                for (PaperKind kind : PaperKind.values()) {
                    write(
                            folder,
                            kind.template() + "-" + language + "-" + lines,
                            kind.template(),
                            samples.of(kind, lines));
                }
            }
            write(folder, "credit-" + language + "-3", "invoice", samples.creditNote(3));
            write(folder, "dunning1-" + language + "-3", "dunning", samples.dunning(3, 1));
            write(folder, "dunning3-" + language + "-3", "dunning", samples.dunning(3, 3));
        }
    }

    /** Of the thread's own processor time, whatever else the machine does. */
    @Test
    void are_weighed_when_warm() throws IOException {
        Sheet invoice = in("de").of(PaperKind.INVOICE, 20);
        for (int i = 0; i < 300; i++) PRESS.print("invoice", invoice, OutputStream.nullOutputStream());
        var threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        for (int i = 0; i < 100; i++) PRESS.print("invoice", invoice, OutputStream.nullOutputStream());
        double each = (threads.getCurrentThreadCpuTime() - before) / 100 / 1e6;
        System.out.printf("An invoice of 20 lines costs %.1f ms of processor.%n", each);
    }

    private static void write(Path folder, String name, String template, Sheet sheet) throws IOException {
        try (var out = Files.newOutputStream(folder.resolve(name + ".pdf"))) {
            PRESS.print(template, sheet, out);
        }
    }
}
