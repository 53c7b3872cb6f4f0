package com.company.erp.masterdata.product;

import static java.util.stream.Collectors.toSet;

import com.company.erp.kernel.InvalidInput;
import com.company.erp.masterdata.tax.TaxCodeBook;
import com.company.erp.masterdata.tax.TaxCodeId;
import com.company.erp.masterdata.unit.UnitBook;
import com.company.erp.masterdata.unit.UnitId;
import com.company.erp.platform.imports.ImportDocument;
import com.company.erp.platform.imports.ImportRow;
import com.company.erp.platform.imports.ImportSession;
import com.company.erp.platform.imports.Importer;
import com.company.erp.platform.imports.Refusals;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Imports products, one a row. */
@Component
class ProductImporter implements Importer<ProductRow> {

    private final ProductCatalogue catalogue;
    private final CategoryTree categories;
    private final UnitBook units;
    private final TaxCodeBook taxCodes;

    ProductImporter(ProductCatalogue catalogue, CategoryTree categories, UnitBook units, TaxCodeBook taxCodes) {
        this.catalogue = catalogue;
        this.categories = categories;
        this.units = units;
        this.taxCodes = taxCodes;
    }

    @Override
    public String resource() {
        return "products";
    }

    @Override
    public String permission() {
        return "product.create";
    }

    @Override
    public Class<ProductRow> row() {
        return ProductRow.class;
    }

    @Override
    public String key() {
        return "code";
    }

    @Override
    public void check(List<ImportDocument<ProductRow>> documents, Refusals refusals) {
        Set<String> taken =
                catalogue.byCodes(named(documents, ProductRow::code)).keySet();
        Links links = links(documents);
        for (var document : documents) {
            ImportRow<ProductRow> row = document.first();
            ProductRow product = row.value();
            if (taken.contains(product.code())) {
                refusals.refuse(row, "code", "product.code_taken", "There is another product with this code.");
            }
            if (isUnknown(product.unit(), links.units)) {
                refusals.refuse(row, "unit", "unit.unknown", "There is no unit with this code.");
            }
            if (isUnknown(product.category(), links.categories)) {
                refusals.refuse(row, "category", "category.unknown", "There is no category with this code.");
            }
            if (isUnknown(product.salesTaxCode(), links.taxCodes)) {
                refusals.refuse(row, "salesTaxCode", "tax_code.unknown", "There is no such tax code.");
            }
            checkPrice(row, "salePrice", product.salePrice(), product.salePriceCurrency(), refusals);
            checkPrice(row, "purchasePrice", product.purchasePrice(), product.purchasePriceCurrency(), refusals);
        }
    }

    private static void checkPrice(
            ImportRow<?> row,
            String field,
            @Nullable BigDecimal amount,
            @Nullable Currency currency,
            Refusals refusals) {
        if ((amount == null) != (currency == null)) {
            refusals.refuse(row, field, "price.currency", "A price has an amount and a currency.");
        }
        try {
            price(amount, currency);
        } catch (InvalidInput refusal) {
            refusals.refuse(row, field, refusal.code(), String.valueOf(refusal.getMessage()));
        }
    }

    @Override
    public void write(List<ImportDocument<ProductRow>> documents, ImportSession session) {
        Links links = links(documents);
        List<ProductId> ids = catalogue.createAll(documents.stream()
                .map(document -> links.draft(document.value()))
                .toList());
        for (int i = 0; i < ids.size(); i++) {
            if (Boolean.FALSE.equals(documents.get(i).value().active())) catalogue.deactivate(ids.get(i));
        }
    }

    /** What the codes of a batch stand for; a code that is not known is absent. */
    private record Links(
            Map<String, UnitId> units, Map<String, CategoryId> categories, Map<String, TaxCodeId> taxCodes) {

        ProductDraft draft(ProductRow row) {
            return new ProductDraft(
                    row.code(),
                    row.name(),
                    row.description(),
                    row.kind() == null ? ProductKind.GOODS : row.kind(),
                    row.unit() == null ? null : units.get(row.unit()),
                    price(row.salePrice(), row.salePriceCurrency()),
                    price(row.purchasePrice(), row.purchasePriceCurrency()),
                    row.category() == null ? null : categories.get(row.category()),
                    row.salesTaxCode() == null ? null : taxCodes.get(row.salesTaxCode()));
        }
    }

    private Links links(List<ImportDocument<ProductRow>> documents) {
        return new Links(
                units.byCodes(named(documents, ProductRow::unit)),
                categories.byCodes(named(documents, ProductRow::category)),
                taxCodes.byCodes(named(documents, ProductRow::salesTaxCode)));
    }

    private static Set<String> named(
            List<ImportDocument<ProductRow>> documents, Function<ProductRow, @Nullable String> code) {
        return documents.stream()
                .map(document -> code.apply(document.value()))
                .filter(Objects::nonNull)
                .collect(toSet());
    }

    private static boolean isUnknown(@Nullable String code, Map<String, ?> known) {
        return code != null && !known.containsKey(code);
    }

    private static @Nullable Price price(@Nullable BigDecimal amount, @Nullable Currency currency) {
        return amount == null || currency == null ? null : new Price(amount, currency);
    }
}
