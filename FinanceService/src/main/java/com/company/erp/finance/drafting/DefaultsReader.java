package com.company.erp.finance.drafting;

import static java.util.stream.Collectors.toSet;

import com.company.erp.finance.chart.AccountId;
import com.company.erp.finance.chart.Chart;
import com.company.erp.masterdata.company.CompanyRegister;
import com.company.erp.masterdata.party.PartyDirectory;
import com.company.erp.masterdata.party.PartyId;
import com.company.erp.masterdata.party.PartyView;
import com.company.erp.masterdata.product.ProductCatalogue;
import com.company.erp.masterdata.product.ProductView;
import com.company.erp.masterdata.tax.TaxCodeBook;
import com.company.erp.masterdata.tax.TaxCodeId;
import com.company.erp.masterdata.terms.PaymentTermsBook;
import com.company.erp.masterdata.terms.PaymentTermsId;
import com.company.erp.masterdata.unit.UnitBook;
import com.company.erp.platform.tenancy.Scope;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what master data says to one or many invoices: each kind in one statement, however many there are. */
@Component
public class DefaultsReader {

    private final CompanyRegister companies;
    private final PartyDirectory parties;
    private final ProductCatalogue products;
    private final UnitBook units;
    private final TaxCodeBook taxCodes;
    private final PaymentTermsBook terms;
    private final Chart chart;
    private final JdbcClient jdbc;

    DefaultsReader(
            CompanyRegister companies,
            PartyDirectory parties,
            ProductCatalogue products,
            UnitBook units,
            TaxCodeBook taxCodes,
            PaymentTermsBook terms,
            Chart chart,
            JdbcClient jdbc) {
        this.companies = companies;
        this.parties = parties;
        this.products = products;
        this.units = units;
        this.taxCodes = taxCodes;
        this.terms = terms;
        this.chart = chart;
        this.jdbc = jdbc;
    }

    /** For drafts to be completed, and issued at once. */
    public InvoiceDefaults forDrafts(Collection<DraftInvoice> drafts) {
        var lines = drafts.stream().flatMap(draft -> draft.lines().stream()).toList();
        var foundParties = parties.byIds(ids(drafts, DraftInvoice::customer));
        var foundProducts = products.byIds(ids(lines, DraftInvoice.DraftLine::product));
        var taxCodeIds = ids(lines, DraftInvoice.DraftLine::taxCode);
        taxCodeIds.addAll(ids(foundProducts.values(), ProductView::salesTaxCode));
        var termsIds = ids(drafts, DraftInvoice::paymentTerms);
        termsIds.addAll(ids(foundParties.values(), PartyView::paymentTerms));
        return new InvoiceDefaults(new InvoiceFacts(
                companies.read(),
                foundParties,
                foundProducts,
                units.byIds(ids(foundProducts.values(), ProductView::unit)),
                taxCodes.byIds(taxCodeIds),
                terms.byIds(termsIds),
                chart.map(),
                revenueAccounts(ids(lines, DraftInvoice.DraftLine::account))));
    }

    /** For a draft that is complete and to be issued. */
    public InvoiceDefaults forIssue(InvoiceHead head, Set<UUID> usedTaxCodes) {
        var foundParties = parties.byIds(Set.of(new PartyId(head.customer())));
        Set<TaxCodeId> taxCodeIds = usedTaxCodes.stream().map(TaxCodeId::new).collect(toSet());
        Set<PaymentTermsId> termsIds = head.terms() == null
                ? ids(foundParties.values(), PartyView::paymentTerms)
                : Set.of(new PaymentTermsId(head.terms()));
        return new InvoiceDefaults(new InvoiceFacts(
                companies.read(),
                foundParties,
                Map.of(),
                Map.of(),
                taxCodes.byIds(taxCodeIds),
                terms.byIds(termsIds),
                chart.map(),
                Set.of()));
    }

    private Set<AccountId> revenueAccounts(Set<AccountId> named) {
        if (named.isEmpty()) return named;
        List<UUID> fit = jdbc.sql("""
                        SELECT a.id FROM accounts a
                        WHERE a.company_id = :company AND a.id = ANY (:ids) AND a.postable AND a.active
                          AND coalesce(a.role, '') NOT IN ('RECEIVABLE', 'PAYABLE', 'STOCK', 'CONTROL')
                        ORDER BY a.id""")
                .param("company", Scope.company().value())
                .param("ids", named.stream().map(AccountId::value).toArray(UUID[]::new))
                .query(UUID.class)
                .list();
        return fit.stream().map(AccountId::new).collect(toSet());
    }

    private static <T, I> Set<I> ids(Collection<T> from, Function<T, @Nullable I> id) {
        Stream<@Nullable I> found = from.stream().map(id);
        Set<I> ids = new HashSet<>();
        found.filter(Objects::nonNull).forEach(ids::add);
        return ids;
    }
}
