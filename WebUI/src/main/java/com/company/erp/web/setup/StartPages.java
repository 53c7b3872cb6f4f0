package com.company.erp.web.setup;

import com.company.erp.finance.books.Books;
import com.company.erp.finance.numbering.JournalKind;
import com.company.erp.finance.numbering.Numbering;
import com.company.erp.masterdata.company.CompanyRegister;
import com.company.erp.masterdata.company.CompanyView;
import com.company.erp.masterdata.party.PartyDirectory;
import com.company.erp.masterdata.party.PartyFilter;
import com.company.erp.masterdata.party.PartyLine;
import com.company.erp.masterdata.tax.TaxCodeBook;
import com.company.erp.masterdata.tax.TaxCodeLine;
import com.company.erp.platform.tenancy.Glance;
import com.company.erp.platform.web.Paging;
import com.company.erp.user.member.UserAdministration;
import com.company.erp.user.member.UserView;
import com.company.erp.web.pattern.Screen;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** What a new company needs before its first invoice, what of it is there, and where the rest is entered. */
@Controller
class StartPages {

    private static final int NAMED = 5;
    private static final Paging FIRST = new Paging(NAMED, null, null, null);

    private final Glance glance;
    private final CompanyRegister companies;
    private final Books books;
    private final TaxCodeBook taxes;
    private final Numbering numbering;
    private final UserAdministration users;
    private final PartyDirectory parties;

    StartPages(
            Glance glance,
            CompanyRegister companies,
            Books books,
            TaxCodeBook taxes,
            Numbering numbering,
            UserAdministration users,
            PartyDirectory parties) {
        this.glance = glance;
        this.companies = companies;
        this.books = books;
        this.taxes = taxes;
        this.numbering = numbering;
        this.users = users;
        this.parties = parties;
    }

    /**
     * @param there what is there already; empty when nothing is
     * @param done whether that is enough to go on
     */
    record Step(String name, String there, boolean done, String href) {}

    @GetMapping("/setup")
    String show(Screen screen) {
        return glance.of(() -> steps(screen));
    }

    private String steps(Screen screen) {
        CompanyView company = companies.read();
        if (!books.find().open()) return screen.redirect("/setup/books");
        Locale locale = screen.texts().locale();
        List<TaxCodeLine> codes = taxes.list(true, null, FIRST).items();
        List<UserView> people = users.list(new UserAdministration.UserFilter(true, null, null), FIRST)
                .items();
        List<PartyLine> customers =
                parties.list(new PartyFilter(null, true, null, null), FIRST).items();
        String country = Locale.of("", company.country()).getDisplayCountry(locale);
        String pattern = numbering.find(JournalKind.SALES).pattern();
        boolean isNamed = company.address().city() != null;
        return screen.page(
                "setup",
                List.of(
                        new Step("company", company.name() + ", " + country, isNamed, "/company/edit"),
                        new Step("books", company.baseCurrency().getCurrencyCode(), true, "/accounts"),
                        new Step("taxes", names(codes, TaxCodeLine::name), !codes.isEmpty(), "/tax-codes"),
                        new Step("numbers", pattern, true, "/journals"),
                        new Step("users", names(people, UserView::name), people.size() > 1, "/members/new"),
                        new Step(
                                "customers", names(customers, PartyLine::name), !customers.isEmpty(), "/parties/new")));
    }

    private static <T> String names(List<T> some, Function<T, String> name) {
        return some.stream().map(name).collect(Collectors.joining(", ")) + (some.size() == NAMED ? " …" : "");
    }
}
