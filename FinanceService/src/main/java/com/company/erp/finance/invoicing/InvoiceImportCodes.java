package com.company.erp.finance.invoicing;

import static java.util.Objects.requireNonNull;

import com.company.erp.finance.chart.AccountView;
import com.company.erp.finance.chart.Chart;
import com.company.erp.finance.drafting.DraftInvoice;
import com.company.erp.finance.drafting.DraftInvoice.DraftLine;
import com.company.erp.masterdata.party.PartyDirectory;
import com.company.erp.masterdata.party.PartyId;
import com.company.erp.masterdata.product.ProductCatalogue;
import com.company.erp.masterdata.product.ProductView;
import com.company.erp.masterdata.tax.TaxCodeBook;
import com.company.erp.masterdata.tax.TaxCodeId;
import com.company.erp.platform.imports.ImportDocument;
import com.company.erp.platform.imports.ImportRow;
import com.company.erp.platform.imports.Refusals;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the codes in a batch of imported invoices stand for; each kind is looked up in one statement. */
record InvoiceImportCodes(
        Map<String, PartyId> customers,
        Map<String, ProductView> products,
        Map<String, TaxCodeId> taxCodes,
        Map<String, AccountView> accounts) {

    /** Looks codes up. */
    @Component
    static class Reader {

        private final PartyDirectory parties;
        private final ProductCatalogue products;
        private final TaxCodeBook taxCodes;
        private final Chart chart;

        Reader(PartyDirectory parties, ProductCatalogue products, TaxCodeBook taxCodes, Chart chart) {
            this.parties = parties;
            this.products = products;
            this.taxCodes = taxCodes;
            this.chart = chart;
        }

        InvoiceImportCodes read(List<ImportDocument<InvoiceImportRow>> documents) {
            Set<String> named = codes(documents, InvoiceImportRow::account);
            return new InvoiceImportCodes(
                    parties.byCodes(codes(documents, InvoiceImportRow::customer)),
                    products.byCodes(codes(documents, InvoiceImportRow::product)),
                    taxCodes.byCodes(codes(documents, InvoiceImportRow::taxCode)),
                    named.isEmpty() ? Map.of() : chart.byCodes(named));
        }

        private static Set<String> codes(
                List<ImportDocument<InvoiceImportRow>> documents, Function<InvoiceImportRow, @Nullable String> code) {
            Set<String> codes = new HashSet<>();
            for (var document : documents) {
                for (var row : document.rows()) {
                    String found = code.apply(row.value());
                    if (found != null) codes.add(found);
                }
            }
            return codes;
        }
    }

    /** Whether all codes of the document are known; those that are not are refused. */
    boolean know(ImportDocument<InvoiceImportRow> document, Refusals refusals) {
        boolean known = isKnown(
                document.first(),
                "customer",
                "party.unknown",
                customers,
                document.value().customer(),
                refusals);
        for (ImportRow<InvoiceImportRow> row : document.rows()) {
            InvoiceImportRow line = row.value();
            known &= isKnown(row, "product", "product.unknown", products, line.product(), refusals);
            known &= isKnown(row, "taxCode", "tax_code.unknown", taxCodes, line.taxCode(), refusals);
            known &= isKnown(row, "account", "account.unknown", accounts, line.account(), refusals);
        }
        return known;
    }

    private static boolean isKnown(
            ImportRow<?> row,
            String field,
            String problem,
            Map<String, ?> known,
            @Nullable String code,
            Refusals refusals) {
        if (code == null || known.containsKey(code)) return true;
        refusals.refuse(row, field, problem, "There is none with the code " + code + ".");
        return false;
    }

    /** The draft that a document of known codes says. */
    DraftInvoice draft(ImportDocument<InvoiceImportRow> document) {
        InvoiceImportRow head = document.value();
        return new DraftInvoice(
                head.type(),
                requireNonNull(customers.get(head.customer())),
                head.currency(),
                head.priceMode(),
                head.taxRounding(),
                null,
                head.supplyDate(),
                head.customerReference(),
                head.externalNumber(),
                head.notes(),
                document.rows().stream().map(row -> line(row.value())).toList());
    }

    private DraftLine line(InvoiceImportRow row) {
        ProductView product = row.product() == null ? null : products.get(row.product());
        AccountView account = row.account() == null ? null : accounts.get(row.account());
        return new DraftLine(
                product == null ? null : product.id(),
                row.text(),
                row.quantity(),
                row.unit(),
                row.unitPrice(),
                row.discountPercent(),
                row.taxCode() == null ? null : taxCodes.get(row.taxCode()),
                account == null ? null : account.id());
    }
}
