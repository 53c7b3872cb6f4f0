package com.company.erp.finance.drafting;

import static java.util.Objects.requireNonNullElse;

import com.company.erp.finance.calculation.PriceMode;
import com.company.erp.finance.chart.AccountMap;
import com.company.erp.finance.drafting.DraftInvoice.DraftLine;
import com.company.erp.kernel.FieldProblem;
import com.company.erp.kernel.InvalidInput;
import com.company.erp.kernel.RuleViolation;
import com.company.erp.masterdata.company.CompanyAddress;
import com.company.erp.masterdata.company.CompanyView;
import com.company.erp.masterdata.currency.RateOn;
import com.company.erp.masterdata.party.Address;
import com.company.erp.masterdata.party.PartyId;
import com.company.erp.masterdata.party.PartyRole;
import com.company.erp.masterdata.party.PartyView;
import com.company.erp.masterdata.product.Price;
import com.company.erp.masterdata.product.ProductView;
import com.company.erp.masterdata.tax.DatedRate;
import com.company.erp.masterdata.tax.TaxCodeId;
import com.company.erp.masterdata.tax.TaxCodeView;
import com.company.erp.masterdata.terms.PaymentTerms;
import com.company.erp.masterdata.terms.PaymentTermsId;
import com.company.erp.masterdata.terms.PaymentTermsView;
import com.company.erp.masterdata.unit.UnitView;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Completes a draft with what customer, products and company say, and names everything in it that cannot be so. */
public final class InvoiceDefaults {

    /** Where nothing was agreed, a payment is due after 30 days (directive 2011/7/EU, article 3(3)(b)). */
    private static final PaymentTerms STATUTORY = PaymentTerms.net(30);

    private static final int TEXT_MAX = 500;

    private final InvoiceFacts facts;
    private final List<FieldProblem> problems = new ArrayList<>();

    InvoiceDefaults(InvoiceFacts facts) {
        this.facts = facts;
    }

    /** A draft in which nothing is left open. */
    public record Complete(InvoiceHead head, List<PricedLine> lines) {}

    /**
     * @param taxDate whose tax rates count when the draft names no day of supply
     * @throws InvalidInput invoice.invalid, with every problem by its field
     */
    public Complete complete(DraftInvoice draft, LocalDate taxDate) {
        problems.clear();
        PartyView customer = customer(draft.customer());
        if (draft.paymentTerms() != null) checkTerms(draft.paymentTerms());
        Currency currency = Stream.of(draft.currency(), customer == null ? null : customer.currency())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(facts.company().baseCurrency());
        LocalDate on = requireNonNullElse(draft.supplyDate(), taxDate);
        List<PricedLine> lines = new ArrayList<>(draft.lines().size());
        for (int i = 0; i < draft.lines().size(); i++) {
            var line = new LineDefaults("lines[" + i + "].", draft.lines().get(i));
            PricedLine priced = line.complete(draft, currency, on);
            if (priced != null) lines.add(priced);
        }
        if (customer == null || !problems.isEmpty()) {
            throw new InvalidInput("invoice.invalid", "The invoice cannot be so.", problems);
        }
        return new Complete(head(draft, customer, currency), lines);
    }

    private static InvoiceHead head(DraftInvoice draft, PartyView customer, Currency currency) {
        return new InvoiceHead(
                draft.typeOrUsual(),
                customer.id().value(),
                customer.nameOnDocuments(),
                currency,
                draft.priceModeOrUsual(),
                draft.taxRoundingOrUsual(),
                draft.paymentTerms() == null ? null : draft.paymentTerms().value(),
                draft.supplyDate(),
                draft.customerReference(),
                draft.externalReference(),
                draft.notes());
    }

    private @Nullable PartyView customer(PartyId id) {
        PartyView customer = facts.parties().get(id);
        if (customer == null) {
            problem("customer", "party.unknown", "There is no such customer.");
        } else if (!customer.roles().contains(PartyRole.CUSTOMER)) {
            problem("customer", "party.not_customer", customer.name() + " is no customer.");
        } else if (!customer.active()) {
            problem("customer", "party.inactive", "Dealings with " + customer.name() + " have ended.");
        }
        return customer;
    }

    private void checkTerms(PaymentTermsId id) {
        PaymentTermsView terms = facts.terms().get(id);
        if (terms == null || !terms.active()) {
            problem("paymentTerms", "payment_terms.unknown", "There are no such payment terms in use.");
        }
    }

    private void problem(String field, String code, String message) {
        problems.add(new FieldProblem(field, code, message));
    }

    /** One line and the product it may name. */
    private final class LineDefaults {

        private final String path;
        private final DraftLine line;
        private final @Nullable ProductView product;

        private LineDefaults(String path, DraftLine line) {
            this.path = path;
            this.line = line;
            this.product = line.product() == null ? null : facts.products().get(line.product());
        }

        private @Nullable PricedLine complete(DraftInvoice draft, Currency currency, LocalDate on) {
            if (line.product() != null && (product == null || !product.active())) {
                problem(path + "product", "product.unknown", "There is no such product in use.");
                return null;
            }
            if (line.quantity().signum() == 0) problem(path + "quantity", "line.quantity", "A quantity is not zero.");
            String text = line.text() != null ? line.text() : product == null ? null : product.name();
            if (text == null) problem(path + "text", "line.text", "A line has a product or a text.");
            BigDecimal unitPrice = unitPrice(draft, currency);
            TaxCodeView taxCode = taxCode();
            if (line.account() != null && !facts.revenueAccounts().contains(line.account())) {
                problem(path + "account", "account.not_postable", "Revenue goes to an account that takes postings.");
            }
            if (text == null || unitPrice == null || taxCode == null) return null;
            return new PricedLine(
                    product == null ? null : product.id().value(),
                    text.length() > TEXT_MAX ? text.substring(0, TEXT_MAX) : text,
                    line.quantity(),
                    unit(),
                    unitPrice,
                    requireNonNullElse(line.discountPercent(), BigDecimal.ZERO),
                    taxCode.id().value(),
                    chargedPercent(taxCode, on),
                    account());
        }

        /** A product's price is without tax, so it is taken where prices are and the currency is the same. */
        private @Nullable BigDecimal unitPrice(DraftInvoice draft, Currency currency) {
            if (line.unitPrice() != null) return line.unitPrice();
            Price price = product == null ? null : product.salePrice();
            boolean fits =
                    price != null && price.currency().equals(currency) && draft.priceModeOrUsual() == PriceMode.NET;
            if (price != null && fits) return price.amount();
            problem(path + "unitPrice", "line.unit_price", "The product has no net price in " + currency + ".");
            return null;
        }

        private @Nullable TaxCodeView taxCode() {
            TaxCodeId id = line.taxCode() != null ? line.taxCode() : product == null ? null : product.salesTaxCode();
            TaxCodeView code = id == null ? null : facts.taxCodes().get(id);
            if (id == null) {
                problem(path + "taxCode", "line.tax_code", "Say the tax code: the product names none.");
            } else if (code == null || !code.active()) {
                problem(path + "taxCode", "tax_code.unknown", "There is no such tax code in use.");
            }
            return code;
        }

        private @Nullable String unit() {
            if (line.unit() != null) return line.unit();
            UnitView unit = product == null || product.unit() == null
                    ? null
                    : facts.units().get(product.unit());
            return unit == null ? null : unit.code();
        }

        private UUID account() {
            if (line.account() != null) return line.account().value();
            var category = product == null ? null : product.category();
            return facts.accounts()
                    .revenue(category == null ? null : category.value())
                    .value();
        }
    }

    /** @throws RuleViolation tax_code.no_rate */
    private static BigDecimal chargedPercent(TaxCodeView code, LocalDate on) {
        if (!code.kind().isChargedBySeller()) return BigDecimal.ZERO;
        return code.rates().reversed().stream()
                .filter(rate -> !rate.validFrom().isAfter(on))
                .findFirst()
                .map(DatedRate::percent)
                .orElseThrow(() -> new RuleViolation(
                        "tax_code.no_rate", "The tax code %s has no rate on %s.".formatted(code.code(), on)));
    }

    /** A credit note is due at once. */
    public PaymentTerms payment(InvoiceHead head) {
        if (head.type() == InvoiceType.CREDIT_NOTE) return PaymentTerms.net(0);
        PaymentTermsId id = head.terms() != null
                ? new PaymentTermsId(head.terms())
                : party(head).paymentTerms();
        PaymentTermsView agreed = id == null ? null : facts.terms().get(id);
        return agreed == null ? STATUTORY : agreed.terms();
    }

    /** @throws RuleViolation tax_code.no_rate */
    public IssueTerms issueTerms(
            InvoiceHead head, Set<UUID> usedTaxCodes, LocalDate on, PaymentTerms payment, RateOn rate) {
        LocalDate supply = head.supplyDate() == null ? on : head.supplyDate();
        Map<UUID, BigDecimal> percents = usedTaxCodes.stream()
                .collect(Collectors.toMap(code -> code, code -> chargedPercent(taxCode(code), supply)));
        return new IssueTerms(on, payment, percents, rate, seller(), buyer(head));
    }

    private TaxCodeView taxCode(UUID id) {
        return Objects.requireNonNull(facts.taxCodes().get(new TaxCodeId(id)), "a tax code of an invoice stays");
    }

    public PartySnapshot buyer(InvoiceHead head) {
        PartyView party = party(head);
        Address address = party.billingAddress();
        if (address == null) {
            return new PartySnapshot(
                    party.nameOnDocuments(), List.of(), null, null, null, party.country(), party.taxId());
        }
        return new PartySnapshot(
                party.nameOnDocuments(),
                Stream.concat(Stream.ofNullable(address.addressee()), address.lines().stream())
                        .toList(),
                address.postalCode(),
                address.city(),
                address.region(),
                address.country() == null ? party.country() : address.country(),
                party.taxId());
    }

    public PartySnapshot seller() {
        CompanyView company = facts.company();
        CompanyAddress address = company.address();
        return new PartySnapshot(
                company.name(),
                Stream.of(address.street(), address.street2())
                        .filter(Objects::nonNull)
                        .toList(),
                address.postalCode(),
                address.city(),
                address.region(),
                company.country(),
                company.vatId() != null ? company.vatId() : company.taxNumber());
    }

    public Currency baseCurrency() {
        return facts.company().baseCurrency();
    }

    /** Today where the company is. */
    public LocalDate today(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), ZoneId.of(facts.company().timeZone()));
    }

    /** Where invoices are posted. */
    public AccountMap accounts() {
        return facts.accounts();
    }

    private PartyView party(InvoiceHead head) {
        return Objects.requireNonNull(
                facts.parties().get(new PartyId(head.customer())), "a customer of an invoice stays");
    }
}
