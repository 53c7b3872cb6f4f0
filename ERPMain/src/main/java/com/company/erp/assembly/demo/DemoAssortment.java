package com.company.erp.assembly.demo;

import static java.util.Objects.requireNonNull;

import com.company.erp.finance.books.Books;
import com.company.erp.finance.books.OpenBooks;
import com.company.erp.finance.fiscal.FiscalYears;
import com.company.erp.masterdata.currency.ExchangeRateDraft;
import com.company.erp.masterdata.currency.ExchangeRates;
import com.company.erp.masterdata.party.Address;
import com.company.erp.masterdata.party.PartyDirectory;
import com.company.erp.masterdata.party.PartyDraft;
import com.company.erp.masterdata.party.PartyId;
import com.company.erp.masterdata.party.PartyRole;
import com.company.erp.masterdata.product.Price;
import com.company.erp.masterdata.product.ProductCatalogue;
import com.company.erp.masterdata.product.ProductDraft;
import com.company.erp.masterdata.product.ProductId;
import com.company.erp.masterdata.tax.TaxCodeBook;
import com.company.erp.masterdata.tax.TaxCodeId;
import com.company.erp.masterdata.terms.PaymentTermsBook;
import com.company.erp.masterdata.terms.PaymentTermsId;
import com.company.erp.masterdata.unit.UnitBook;
import com.company.erp.masterdata.unit.UnitId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the demo company has before it trades: books, exchange rates, customers and products. */
@Component
class DemoAssortment {

    /** What a euro was worth in pounds, month by month. */
    private static final List<String> POUNDS_PER_EURO = List.of(
            "0.8391", "0.8427", "0.8455", "0.8502", "0.8489", "0.8536", "0.8561", "0.8524", "0.8573", "0.8610",
            "0.8642", "0.8628", "0.8655", "0.8691");

    private final Books books;
    private final FiscalYears years;
    private final ExchangeRates rates;
    private final PaymentTermsBook terms;
    private final UnitBook units;
    private final TaxCodeBook taxCodes;
    private final PartyDirectory parties;
    private final ProductCatalogue products;

    DemoAssortment(
            Books books,
            FiscalYears years,
            ExchangeRates rates,
            PaymentTermsBook terms,
            UnitBook units,
            TaxCodeBook taxCodes,
            PartyDirectory parties,
            ProductCatalogue products) {
        this.books = books;
        this.years = years;
        this.rates = rates;
        this.terms = terms;
        this.units = units;
        this.taxCodes = taxCodes;
        this.parties = parties;
        this.products = products;
    }

    record Buyer(PartyId id, DemoData.Customer customer, TaxCodeId taxCode) {}

    record Item(ProductId id, DemoData.Product product) {}

    record Assortment(List<Buyer> buyers, List<Item> items) {}

    /** Opens books that cover all days between the two, and writes down who buys and what is sold. */
    Assortment lay(LocalDate from, LocalDate today) {
        books.open(new OpenBooks(DemoData.CHART, LocalDate.of(from.getYear(), 1, 1)));
        for (int year = from.getYear() + 1; year <= today.getYear(); year++) years.open(LocalDate.of(year, 1, 1));
        LocalDate month = from.withDayOfMonth(1);
        for (String rate : POUNDS_PER_EURO) {
            if (!month.isAfter(today)) {
                rates.create(new ExchangeRateDraft(DemoData.EUR, DemoData.GBP, month, new BigDecimal(rate)));
            }
            month = month.plusMonths(1);
        }
        return new Assortment(buyers(), items());
    }

    private List<Buyer> buyers() {
        Map<String, PaymentTermsId> termsByCode = terms.byCodes(
                DemoData.CUSTOMERS.stream().map(DemoData.Customer::terms).collect(Collectors.toSet()));
        Map<String, TaxCodeId> taxByCode = taxCodes.byCodes(
                DemoData.CUSTOMERS.stream().map(DemoData.Customer::taxCode).collect(Collectors.toSet()));
        List<Buyer> buyers = new ArrayList<>();
        for (DemoData.Customer customer : DemoData.CUSTOMERS) {
            var draft = new PartyDraft(
                    null,
                    customer.name(),
                    null,
                    Set.of(PartyRole.CUSTOMER),
                    customer.country(),
                    null,
                    List.of(address(customer)),
                    null,
                    termsByCode.get(customer.terms()),
                    null,
                    customer.currency(),
                    customer.country().equals("NL") ? "nl" : "en",
                    null);
            buyers.add(
                    new Buyer(parties.create(draft).id(), customer, requireNonNull(taxByCode.get(customer.taxCode()))));
        }
        return buyers;
    }

    private static Address address(DemoData.Customer customer) {
        return new Address(
                Address.Kind.BILLING,
                null,
                List.of("1 " + customer.name().split(" ")[0] + " Street"),
                customer.city(),
                null,
                null,
                customer.country());
    }

    private List<Item> items() {
        Map<String, UnitId> unitByCode = units.byCodes(
                DemoData.PRODUCTS.stream().map(DemoData.Product::unit).collect(Collectors.toSet()));
        TaxCodeId standard = taxCodes.byCodes(Set.of("GB20")).get("GB20");
        List<Item> items = new ArrayList<>();
        for (DemoData.Product product : DemoData.PRODUCTS) {
            var draft = new ProductDraft(
                    product.code(),
                    product.name(),
                    null,
                    product.kind(),
                    unitByCode.get(product.unit()),
                    Price.of(product.price(), DemoData.GBP.getCurrencyCode()),
                    null,
                    null,
                    standard);
            items.add(new Item(products.create(draft).id(), product));
        }
        return items;
    }
}
