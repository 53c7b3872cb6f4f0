package com.company.erp.masterdata.product;

import com.company.erp.masterdata.tax.TaxCodeId;
import com.company.erp.masterdata.unit.UnitId;
import com.company.erp.platform.audit.NotAudited;
import com.company.erp.platform.tenancy.CompanyRecord;
import com.company.erp.platform.web.SearchText;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something the company sells or buys. A product is entered, changed as its prices change, and deactivated when it is
 * no longer traded: then no new line names it. It is deleted only while nothing refers to it.
 */
@Entity
@Table(name = "products")
class Product extends CompanyRecord {

    private static final int NAME_CHARS_MAX = 200;
    private static final int SEARCH_CHARS_MAX = 300;

    private String code;
    private String name;
    private @Nullable String description;

    @Enumerated(EnumType.STRING)
    private ProductKind kind;

    private @Nullable UUID unitId;
    private @Nullable BigDecimal salePrice;
    private @Nullable String salePriceCurrency;
    private @Nullable BigDecimal purchasePrice;
    private @Nullable String purchasePriceCurrency;
    private @Nullable UUID categoryId;
    private @Nullable UUID salesTaxCodeId;
    private boolean active = true;

    /** By which lists for people are sorted; derived from the name. */
    @NotAudited
    private String sortName;

    /** What the search looks through; derived from code and name. */
    @NotAudited
    private String searchText;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected Product() {}

    @SuppressWarnings("NullAway.Init") // The draft fills it.
    Product(ProductDraft draft) {
        change(draft);
    }

    /** Takes over the draft as a whole. */
    final void change(ProductDraft draft) {
        this.code = draft.code();
        this.name = draft.name().strip();
        this.description = draft.description();
        this.kind = draft.kind();
        this.unitId = draft.unit() == null ? null : draft.unit().value();
        this.salePrice = amount(draft.salePrice());
        this.salePriceCurrency = currency(draft.salePrice());
        this.purchasePrice = amount(draft.purchasePrice());
        this.purchasePriceCurrency = currency(draft.purchasePrice());
        this.categoryId = draft.category() == null ? null : draft.category().value();
        this.salesTaxCodeId =
                draft.salesTaxCode() == null ? null : draft.salesTaxCode().value();
        this.sortName = SearchText.of(name, NAME_CHARS_MAX);
        this.searchText = SearchText.of(code + " " + name, SEARCH_CHARS_MAX);
    }

    void activate() {
        this.active = true;
    }

    void deactivate() {
        this.active = false;
    }

    ProductId id() {
        return new ProductId(uuid());
    }

    String code() {
        return code;
    }

    String name() {
        return name;
    }

    @Nullable String description() {
        return description;
    }

    ProductKind kind() {
        return kind;
    }

    @Nullable UnitId unit() {
        return unitId == null ? null : new UnitId(unitId);
    }

    @Nullable Price salePrice() {
        return price(salePrice, salePriceCurrency);
    }

    @Nullable Price purchasePrice() {
        return price(purchasePrice, purchasePriceCurrency);
    }

    @Nullable CategoryId category() {
        return categoryId == null ? null : new CategoryId(categoryId);
    }

    @Nullable TaxCodeId salesTaxCode() {
        return salesTaxCodeId == null ? null : new TaxCodeId(salesTaxCodeId);
    }

    boolean active() {
        return active;
    }

    private static @Nullable BigDecimal amount(@Nullable Price price) {
        return price == null ? null : price.amount();
    }

    private static @Nullable String currency(@Nullable Price price) {
        return price == null ? null : price.currency().getCurrencyCode();
    }

    static @Nullable Price price(@Nullable BigDecimal amount, @Nullable String currency) {
        return amount == null || currency == null ? null : new Price(amount, Currency.getInstance(currency));
    }
}
