package com.company.erp.masterdata.product;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import com.company.erp.kernel.FieldProblem;
import com.company.erp.kernel.InvalidInput;
import com.company.erp.kernel.RuleViolation;
import com.company.erp.masterdata.tax.TaxCodeBook;
import com.company.erp.masterdata.tax.TaxCodeId;
import com.company.erp.masterdata.unit.UnitBook;
import com.company.erp.masterdata.unit.UnitId;
import com.company.erp.platform.access.Door;
import com.company.erp.platform.access.Needs;
import com.company.erp.platform.access.Refuses;
import com.company.erp.platform.web.ListTotals;
import com.company.erp.platform.web.Page;
import com.company.erp.platform.web.Paging;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** What the company sells and buys. Each call is one transaction, joined if one is open. */
@Door
public class ProductCatalogue {

    private final Products products;
    private final Categories categories;
    private final UnitBook units;
    private final TaxCodeBook taxCodes;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    ProductCatalogue(
            Products products,
            Categories categories,
            UnitBook units,
            TaxCodeBook taxCodes,
            JdbcClient jdbc,
            ApplicationEventPublisher events) {
        this.products = products;
        this.categories = categories;
        this.units = units;
        this.taxCodes = taxCodes;
        this.jdbc = jdbc;
        this.events = events;
    }

    @Needs("product.create")
    @Refuses({
        "category.unknown",
        "price.decimals",
        "price.range",
        "product.code_taken",
        "tax_code.unknown",
        "unit.unknown"
    })
    public ProductView create(ProductDraft draft) {
        check(List.of(draft));
        return ProductView.of(keep(new Product(draft)));
    }

    /** Enters many products; all of them or none. In the order given. */
    @Needs("product.create")
    @Refuses({"category.unknown", "product.code_taken", "tax_code.unknown", "unit.unknown"})
    public List<ProductId> createAll(List<ProductDraft> drafts) {
        check(drafts);
        return drafts.stream().map(draft -> keep(new Product(draft)).id()).toList();
    }

    private Product keep(Product product) {
        Product kept = products.save(product);
        tell("product.created", kept);
        return kept;
    }

    @Needs("product.read")
    @Refuses("product.unknown")
    @Transactional(readOnly = true)
    public ProductView read(ProductId id) {
        return ProductView.of(products.get(id));
    }

    /** The products of these ids in one statement; an id that is not known is absent. */
    @Needs("product.read")
    @Transactional(readOnly = true)
    public Map<ProductId, ProductView> byIds(Set<ProductId> ids) {
        if (ids.isEmpty()) return Map.of();
        List<Product> found =
                products.findByIdIn(ids.stream().map(ProductId::value).collect(toSet()));
        return found.stream().collect(toMap(Product::id, ProductView::of));
    }

    /** The products with these codes in one statement; a code that is not known is absent. */
    @Needs("product.read")
    @Transactional(readOnly = true)
    public Map<String, ProductView> byCodes(Set<String> codes) {
        if (codes.isEmpty()) return Map.of();
        return products.findByCodeIn(codes).stream().collect(toMap(Product::code, ProductView::of));
    }

    /** Replaces what is known of the product by the draft, which must be made from its version {@code version}. */
    @Needs("product.change")
    @Refuses({
        "category.unknown",
        "price.decimals",
        "price.range",
        "product.code_taken",
        "product.unknown",
        "record.stale",
        "tax_code.unknown",
        "unit.unknown"
    })
    public ProductView change(ProductId id, int version, ProductDraft draft) {
        Product product = products.get(id);
        product.mustBeAt(version);
        if (!draft.code().equals(product.code())) requireFree(List.of(draft.code()));
        requireLinked(List.of(draft));
        product.change(draft);
        return changed("product.changed", product);
    }

    /** Trades the product no longer. Has no effect on an inactive one. */
    @Needs("product.deactivate")
    @Refuses("product.unknown")
    public ProductView deactivate(ProductId id) {
        Product product = products.get(id);
        if (!product.active()) return ProductView.of(product);
        product.deactivate();
        return changed("product.deactivated", product);
    }

    /** Trades the product again. Has no effect on an active one. */
    @Needs("product.activate")
    @Refuses("product.unknown")
    public ProductView activate(ProductId id) {
        Product product = products.get(id);
        if (product.active()) return ProductView.of(product);
        product.activate();
        return changed("product.activated", product);
    }

    /** Deletes a product that nothing refers to. */
    @Needs("product.delete")
    @Refuses({"product.unknown", "product.used", "record.stale"})
    public void delete(ProductId id, int version) {
        Product product = products.get(id);
        product.mustBeAt(version);
        products.delete(product);
        tell("product.deleted", product);
        try {
            products.flush();
        } catch (DataIntegrityViolationException e) {
            throw new RuleViolation("product.used", "Other records refer to this product; deactivate it instead.");
        }
    }

    /** Sorts by code or name; with {@code q} also, and usually, by relevance, and then finds the 500 best at most. */
    @Needs("product.read")
    @Refuses({"sort.unknown", "cursor.malformed", "limit.range"})
    @Transactional(readOnly = true)
    public Page<ProductLine> list(ProductFilter filter, Paging paging) {
        return ProductList.page(jdbc, filter, paging);
    }

    /** How many the list has. */
    @Needs("product.read")
    @Transactional(readOnly = true)
    public ListTotals totals(ProductFilter filter, @Nullable String q) {
        return ProductList.totals(jdbc, filter, q);
    }

    /** Hands all of the list to the reader, within this transaction. */
    @Needs("product.read")
    @Transactional(readOnly = true)
    public void export(ProductFilter filter, @Nullable String q, Consumer<Stream<ProductRow>> reader) {
        try (var rows = ProductList.stream(jdbc, filter, q)) {
            reader.accept(rows);
        }
    }

    private void check(List<ProductDraft> drafts) {
        requireFree(drafts.stream().map(ProductDraft::code).toList());
        requireLinked(drafts);
    }

    private void requireFree(Collection<String> wanted) {
        Set<String> once = new HashSet<>();
        for (String code : wanted) if (!once.add(code)) throw codeTaken(code);
        products.findByCodeIn(once).stream().findFirst().ifPresent(product -> {
            throw codeTaken(product.code());
        });
    }

    private static RuleViolation codeTaken(String code) {
        return new RuleViolation("product.code_taken", "There is another product with the code " + code + ".");
    }

    /** One statement for each kind of link, however many drafts there are. */
    private void requireLinked(List<ProductDraft> drafts) {
        List<FieldProblem> problems = new ArrayList<>();
        Set<UnitId> unitIds = linked(drafts, ProductDraft::unit);
        if (units.byIds(unitIds).size() < unitIds.size()) {
            problems.add(new FieldProblem("unit", "unit.unknown", "There is no such unit."));
        }
        Set<TaxCodeId> taxCodeIds = linked(drafts, ProductDraft::salesTaxCode);
        if (taxCodes.byIds(taxCodeIds).size() < taxCodeIds.size()) {
            problems.add(new FieldProblem("salesTaxCode", "tax_code.unknown", "There is no such tax code."));
        }
        Set<CategoryId> categoryIds = linked(drafts, ProductDraft::category);
        if (categories.countByIdIn(categoryIds.stream().map(CategoryId::value).toList()) < categoryIds.size()) {
            problems.add(new FieldProblem("category", "category.unknown", "There is no such category."));
        }
        if (!problems.isEmpty()) {
            FieldProblem first = problems.getFirst();
            throw new InvalidInput(first.code(), first.message(), problems);
        }
    }

    private static <T> Set<T> linked(List<ProductDraft> drafts, Function<ProductDraft, @Nullable T> link) {
        return drafts.stream().map(link).filter(Objects::nonNull).collect(toSet());
    }

    private ProductView changed(String type, Product product) {
        products.flush(); // Gives the product its new version.
        tell(type, product);
        return ProductView.of(product);
    }

    private void tell(String type, Product product) {
        events.publishEvent(new ProductEvent(type, product.id(), product.code()));
    }
}
