package com.company.erp.document.printing;

import com.company.erp.document.attachment.Attaching;
import com.company.erp.document.attachment.AttachmentView;
import com.company.erp.finance.drafting.PartySnapshot;
import com.company.erp.finance.invoicing.InvoiceView;
import com.company.erp.finance.receivables.Receivables;
import com.company.erp.masterdata.company.CompanyRegister;
import com.company.erp.masterdata.company.CompanyView;
import com.company.erp.masterdata.party.Address;
import com.company.erp.masterdata.party.PartyDirectory;
import com.company.erp.masterdata.party.PartyView;
import com.company.erp.masterdata.tax.TaxCodeBook;
import com.company.erp.platform.tenancy.Scope;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what a paper says, and puts it into the customer's language. */
@Component
class Sheets {

    private final CompanyRegister companies;
    private final PartyDirectory parties;
    private final TaxCodeBook taxCodes;
    private final Attaching attaching;

    Sheets(CompanyRegister companies, PartyDirectory parties, TaxCodeBook taxCodes, Attaching attaching) {
        this.companies = companies;
        this.parties = parties;
        this.taxCodes = taxCodes;
        this.attaching = attaching;
    }

    InvoiceSheet invoice(InvoiceView invoice, LetterheadDetails letterhead) {
        PartyView customer = parties.read(invoice.customer());
        Words words = words(customer, letterhead);
        var codes = invoice.taxes().stream().map(InvoiceView.TaxView::taxCode).collect(Collectors.toSet());
        var maker = new PaperMaker(companies.read(), letterhead, picture(letterhead), words);
        return new InvoiceSheets(invoice, customer, taxCodes.byIds(codes), letterhead, maker, words).sheet();
    }

    StatementSheet statement(Receivables.Statement statement, LetterheadDetails letterhead) {
        PartyView customer = parties.read(statement.customer());
        CompanyView company = companies.read();
        Words words = words(customer, letterhead);
        var maker = new PaperMaker(company, letterhead, picture(letterhead), words);
        Address address = customer.billingAddress();
        List<String> recipient = new ArrayList<>(List.of(customer.nameOnDocuments()));
        if (address != null) {
            recipient.addAll(maker.address(
                    new PartySnapshot(
                            customer.nameOnDocuments(),
                            address.lines(),
                            address.postalCode(),
                            address.city(),
                            address.region(),
                            address.country(),
                            null),
                    true));
        }
        return StatementSheet.of(statement, maker.paper(null, recipient), customer.code());
    }

    /** The customer's language, else the letterhead's. */
    private static Words words(PartyView customer, LetterheadDetails letterhead) {
        return Words.in(customer.language() == null ? letterhead.language() : customer.language());
    }

    /** The logo among the letterhead's files; none where it was removed. */
    Optional<AttachmentView> logo(LetterheadDetails letterhead) {
        if (letterhead.logo() == null) return Optional.empty();
        return attaching.list("letterheads", Scope.company().value()).items().stream()
                .filter(file -> file.id().equals(letterhead.logo()))
                .findFirst();
    }

    private @Nullable String picture(LetterheadDetails letterhead) {
        Optional<AttachmentView> logo = logo(letterhead);
        if (logo.isEmpty()) return null;
        try (InputStream in = attaching.download(logo.get().id(), null).source().open(0)) {
            return "data:" + logo.get().mediaType() + ";base64,"
                    + Base64.getEncoder().encodeToString(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
