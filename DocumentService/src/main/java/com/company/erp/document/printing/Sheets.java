package com.company.erp.document.printing;

import com.company.erp.document.letterhead.LetterheadBook;
import com.company.erp.document.letterhead.LetterheadDetails;
import com.company.erp.document.press.Words;
import com.company.erp.finance.dunning.DunningView;
import com.company.erp.finance.invoicing.InvoiceView;
import com.company.erp.finance.invoicing.Invoicing;
import com.company.erp.finance.payment.PaymentRow;
import com.company.erp.finance.payment.PaymentView;
import com.company.erp.finance.receivables.Receivables;
import com.company.erp.finance.subledger.OpenItemView;
import com.company.erp.finance.subledger.Subledger;
import com.company.erp.masterdata.company.CompanyRegister;
import com.company.erp.masterdata.party.PartyDirectory;
import com.company.erp.masterdata.party.PartyView;
import com.company.erp.masterdata.tax.TaxCodeBook;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Gathers what a paper says, and puts it into the customer's language. */
@Component
class Sheets {

    private final CompanyRegister companies;
    private final PartyDirectory parties;
    private final TaxCodeBook taxCodes;
    private final Invoicing invoicing;
    private final Subledger subledger;
    private final LetterheadBook letterheads;

    Sheets(
            CompanyRegister companies,
            PartyDirectory parties,
            TaxCodeBook taxCodes,
            Invoicing invoicing,
            Subledger subledger,
            LetterheadBook letterheads) {
        this.companies = companies;
        this.parties = parties;
        this.taxCodes = taxCodes;
        this.invoicing = invoicing;
        this.subledger = subledger;
        this.letterheads = letterheads;
    }

    InvoiceSheet invoice(InvoiceView invoice) {
        PartyView customer = parties.read(invoice.customer());
        LetterheadDetails letterhead = letterhead();
        Words words = words(customer, letterhead);
        var codes = invoice.taxes().stream().map(InvoiceView.TaxView::taxCode).collect(Collectors.toSet());
        InvoiceView corrected = invoice.credits() == null ? null : invoicing.find(invoice.credits());
        return new InvoiceSheets(
                        invoice,
                        corrected,
                        customer,
                        taxCodes.byIds(codes),
                        letterhead,
                        maker(letterhead, words),
                        words)
                .sheet();
    }

    StatementSheet statement(Receivables.Statement statement) {
        PartyView customer = parties.read(statement.customer());
        LetterheadDetails letterhead = letterhead();
        Words words = words(customer, letterhead);
        return StatementSheet.of(statement, words, maker(letterhead, words).letterTo(customer), customer.code());
    }

    DunningSheet dunning(DunningView letter) {
        PartyView customer = parties.read(letter.customer());
        LetterheadDetails letterhead = letterhead();
        Words words = words(customer, letterhead);
        return DunningSheet.of(letter, words, maker(letterhead, words).letterTo(customer), customer.code(), letterhead);
    }

    PaymentSheet payment(PaymentView payment) {
        PartyView party = parties.read(payment.customer());
        LetterheadDetails letterhead = letterhead();
        Words words = words(party, letterhead);
        List<UUID> settled = payment.allocations().stream()
                .map(allocation -> PaymentSheet.settled(payment, allocation))
                .distinct()
                .toList();
        Map<UUID, OpenItemView> items = subledger.items(settled).stream()
                .collect(Collectors.toMap(
                        item -> item.document().id(), Function.identity(), (first, instalment) -> first));
        return PaymentSheet.of(payment, items, words, maker(letterhead, words).letterTo(party), party.code());
    }

    PaymentListSheet payments(List<PaymentRow> payments, LocalDate from, LocalDate to) {
        LetterheadDetails letterhead = letterhead();
        Words words = Words.in(letterhead.language());
        return PaymentListSheet.of(
                payments, from, to, words, maker(letterhead, words).internal());
    }

    LetterheadDetails letterhead() {
        return letterheads.read().details();
    }

    PaperMaker maker(LetterheadDetails letterhead, Words words) {
        return new PaperMaker(companies.read(), letterhead, letterheads.logo(), words);
    }

    /** The customer's language, else the letterhead's. */
    private static Words words(PartyView customer, LetterheadDetails letterhead) {
        String language = customer.language() == null ? letterhead.language() : customer.language();
        return Words.in(language);
    }
}
