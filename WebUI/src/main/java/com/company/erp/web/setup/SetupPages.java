package com.company.erp.web.setup;

import com.company.erp.finance.books.Books;
import com.company.erp.finance.books.ChartTemplate;
import com.company.erp.finance.books.OpenBooks;
import com.company.erp.masterdata.company.CompanyDetails;
import com.company.erp.masterdata.company.CompanyRegister;
import com.company.erp.user.login.SigningIn;
import com.company.erp.web.frame.Visitors;
import com.company.erp.web.pattern.Field;
import com.company.erp.web.pattern.Field.Option;
import com.company.erp.web.pattern.Form;
import com.company.erp.web.pattern.Screen;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Two forms from nothing to a company that can invoice: what it is, and the chart its books begin with. */
@Controller
class SetupPages {

    private final CompanyRegister companies;
    private final Books books;
    private final SigningIn signingIn;
    private final Visitors visitors;

    SetupPages(CompanyRegister companies, Books books, SigningIn signingIn, Visitors visitors) {
        this.companies = companies;
        this.books = books;
        this.signingIn = signingIn;
        this.visitors = visitors;
    }

    @GetMapping("/setup/company")
    String company(Screen screen) {
        Locale locale = screen.texts().locale();
        String country = locale.getCountry().isEmpty() ? "DE" : locale.getCountry();
        Currency currency = Currency.getInstance(Locale.of("", country));
        return screen.begin(
                companyForm(locale),
                Map.of(
                        "country",
                        country,
                        "baseCurrency",
                        currency == null ? "EUR" : currency.getCurrencyCode(),
                        "timeZone",
                        "Europe/Berlin"),
                Map.of());
    }

    @PostMapping("/setup/company")
    String found(HttpServletRequest request, Screen screen) {
        return screen.submit(() -> companyForm(screen.texts().locale()), CompanyDetails.class, details -> {
            var company = companies.found(details);
            signingIn.switchTo(company.id());
            visitors.refresh(request, company.id());
            return "/setup/books";
        });
    }

    private static Form companyForm(Locale locale) {
        return Form.of(
                        "company",
                        "/",
                        Field.text("name").must().broad(),
                        Field.choice("country", countries(locale)).must(),
                        Field.choice("baseCurrency", currencies(locale)).must(),
                        Field.choice("timeZone", timeZones()).must())
                .section(
                        "company-legal",
                        Field.text("vatId"),
                        Field.text("taxNumber"),
                        Field.text("address.street"),
                        Field.text("address.postalCode"),
                        Field.text("address.city"),
                        Field.text("email"));
    }

    private static List<Option> countries(Locale locale) {
        return Arrays.stream(Locale.getISOCountries())
                .map(code -> new Option(code, Locale.of("", code).getDisplayCountry(locale)))
                .sorted(Comparator.comparing(option -> Objects.requireNonNull(option.label())))
                .toList();
    }

    private static List<Option> currencies(Locale locale) {
        return Currency.getAvailableCurrencies().stream()
                .filter(currency -> currency.getDefaultFractionDigits() >= 0)
                .map(currency -> new Option(
                        currency.getCurrencyCode(), currency.getCurrencyCode() + " " + currency.getDisplayName(locale)))
                .sorted(Comparator.comparing(Option::value))
                .toList();
    }

    private static List<Option> timeZones() {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(zone -> zone.matches("(Africa|America|Asia|Atlantic|Australia|Europe|Pacific)/.+"))
                .sorted()
                .map(zone -> new Option(zone, zone.replace('_', ' ')))
                .toList();
    }

    @GetMapping("/setup/books")
    String books(Screen screen) {
        List<ChartTemplate> charts = books.charts();
        String suggested = suggested(charts, country());
        String start = screen.today().withDayOfYear(1).toString();
        return screen.begin(booksForm(charts), Map.of("chart", suggested, "startsOn", start), Map.of());
    }

    @PostMapping("/setup/books")
    String open(Screen screen) {
        return screen.submit(() -> booksForm(books.charts()), OpenBooks.class, wanted -> {
            books.open(wanted);
            screen.told("told.books");
            return "/setup";
        });
    }

    private String country() {
        return companies.read().country();
    }

    private static String suggested(List<ChartTemplate> charts, @Nullable String country) {
        return charts.stream()
                .filter(chart -> Objects.equals(chart.country(), country))
                .findFirst()
                .or(() ->
                        charts.stream().filter(chart -> chart.country() == null).findFirst())
                .map(ChartTemplate::name)
                .orElse("");
    }

    private static Form booksForm(List<ChartTemplate> charts) {
        List<Option> options = charts.stream()
                .map(chart -> new Option(chart.name(), chart.title()))
                .toList();
        return Form.of(
                "books",
                "/",
                Field.choice("chart", options).must().broad(),
                Field.date("startsOn").must());
    }
}
