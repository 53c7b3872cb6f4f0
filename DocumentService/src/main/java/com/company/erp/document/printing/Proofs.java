package com.company.erp.document.printing;

import com.company.erp.document.letterhead.LetterheadDetails;
import com.company.erp.document.press.BrokenTemplate;
import com.company.erp.document.press.PdfPress;
import com.company.erp.document.press.Sheet;
import com.company.erp.document.press.Words;
import com.company.erp.masterdata.company.CompanyRegister;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.stereotype.Component;

/** Prints templates with invented content in the company's letterhead, before they are used. */
@Component
public class Proofs {

    private final CompanyRegister companies;
    private final Sheets sheets;
    private final PdfPress press;

    Proofs(CompanyRegister companies, Sheets sheets, PdfPress press) {
        this.companies = companies;
        this.sheets = sheets;
        this.press = press;
    }

    /** The house's template for a paper. */
    public String template(PaperKind kind) {
        return PdfPress.template(kind.template());
    }

    /**
     * A proof as PDF, inside a transaction.
     *
     * @param lines how many lines the sample has
     * @throws BrokenTemplate where the template does not work
     */
    public byte[] print(PaperKind kind, String language, String html, int lines) {
        LetterheadDetails letterhead = sheets.letterhead();
        Words words = Words.in(language);
        String currency = companies.read().baseCurrency().getCurrencyCode();
        Sheet sample = new Samples(words, sheets.maker(letterhead, words), letterhead, currency).of(kind, lines);
        var pdf = new ByteArrayOutputStream();
        try {
            press.printBy(html, sample, pdf);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pdf.toByteArray();
    }
}
