package com.company.erp.document.mail;

import com.company.erp.document.letterhead.LetterheadBook;
import com.company.erp.document.press.Words;
import com.company.erp.document.printing.Printing;
import com.company.erp.document.wording.MailKind;
import com.company.erp.finance.drafting.InvoiceType;
import com.company.erp.finance.dunning.Dunning;
import com.company.erp.finance.dunning.DunningId;
import com.company.erp.finance.dunning.DunningView;
import com.company.erp.finance.invoicing.InvoiceId;
import com.company.erp.finance.invoicing.InvoiceView;
import com.company.erp.finance.invoicing.Invoicing;
import com.company.erp.kernel.Money;
import com.company.erp.kernel.NotFound;
import com.company.erp.masterdata.company.CompanyRegister;
import com.company.erp.masterdata.party.PartyDirectory;
import com.company.erp.masterdata.party.PartyView;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which records go out by e-mail, and with what words. */
@Component
class Letters {

    private final Invoicing invoicing;
    private final Dunning dunning;
    private final Printing printing;
    private final PartyDirectory parties;
    private final CompanyRegister companies;
    private final LetterheadBook letterheads;

    Letters(
            Invoicing invoicing,
            Dunning dunning,
            Printing printing,
            PartyDirectory parties,
            CompanyRegister companies,
            LetterheadBook letterheads) {
        this.invoicing = invoicing;
        this.dunning = dunning;
        this.printing = printing;
        this.parties = parties;
        this.companies = companies;
        this.letterheads = letterheads;
    }

    /** @throws NotFound mail.resource, invoice.unknown, dunning.unknown */
    Letter of(String resource, UUID id) {
        return switch (resource) {
            case "invoices" -> invoice(new InvoiceId(id));
            case "dunning-letters" -> dunning(new DunningId(id));
            default -> throw new NotFound("mail.resource", "What goes out by e-mail are invoices and dunning-letters.");
        };
    }

    private Letter invoice(InvoiceId id) {
        InvoiceView invoice = invoicing.find(id);
        PartyView customer = parties.read(invoice.customer());
        Words words = words(customer);
        boolean isCredit = invoice.type() == InvoiceType.CREDIT_NOTE;
        String number = invoice.number() == null ? "" : invoice.number();
        return new Letter(
                isCredit ? MailKind.CREDIT_NOTE : MailKind.INVOICE,
                customer,
                words.language().getLanguage(),
                values(
                        "number",
                        number,
                        customer,
                        List.of(invoice.gross()),
                        invoice.issueDate(),
                        invoice.dueDate(),
                        words),
                () -> printing.printInvoice(id));
    }

    private Letter dunning(DunningId id) {
        DunningView letter = dunning.find(id);
        PartyView customer = parties.read(letter.customer());
        Words words = words(customer);
        String title = words.word("dunning." + letter.level());
        return new Letter(
                MailKind.DUNNING_LETTER,
                customer,
                words.language().getLanguage(),
                values("title", title, customer, letter.totals(), letter.date(), letter.payUntil(), words),
                () -> printing.printDunning(id));
    }

    /** The customer's language, else the letterhead's. */
    private Words words(PartyView customer) {
        String own = customer.language();
        return Words.in(own == null ? letterheads.read().details().language() : own);
    }

    private Map<String, String> values(
            String name,
            String value,
            PartyView customer,
            List<Money> amounts,
            @Nullable LocalDate date,
            @Nullable LocalDate due,
            Words words) {
        Map<String, String> values = new HashMap<>();
        values.put(name, value);
        values.put("company", companies.read().name());
        values.put("customer", customer.nameOnDocuments());
        values.put(
                "amount",
                amounts.stream()
                        .map(amount -> words.amount(amount) + " " + amount.currency())
                        .collect(Collectors.joining(" + ")));
        values.put("date", words.date(date));
        values.put("due", words.date(due));
        return values;
    }
}
