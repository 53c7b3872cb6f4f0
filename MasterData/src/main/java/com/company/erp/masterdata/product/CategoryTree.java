package com.company.erp.masterdata.product;

import static java.util.stream.Collectors.toMap;

import com.company.erp.kernel.InvalidInput;
import com.company.erp.kernel.RuleViolation;
import com.company.erp.platform.access.Door;
import com.company.erp.platform.access.Needs;
import com.company.erp.platform.access.Refuses;
import com.company.erp.platform.tenancy.Scope;
import com.company.erp.platform.web.KeysetQuery;
import com.company.erp.platform.web.Page;
import com.company.erp.platform.web.Paging;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** The tree of product categories. Each call is one transaction, joined if one is open. */
@Door
public class CategoryTree {

    /** From a category up to its root. */
    private static final String UPWARDS = """
            WITH RECURSIVE up AS (
                SELECT c.id, c.parent_id, 1 AS level FROM product_categories c
                WHERE c.company_id = :company AND c.id = :id
                UNION ALL
                SELECT c.id, c.parent_id, up.level + 1 FROM product_categories c JOIN up ON c.id = up.parent_id
                WHERE c.company_id = :company AND up.level < 100)
            SELECT id FROM up ORDER BY level""";

    private static final int LEVELS_MAX = 20;

    private final Categories categories;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    CategoryTree(Categories categories, JdbcClient jdbc, ApplicationEventPublisher events) {
        this.categories = categories;
        this.jdbc = jdbc;
        this.events = events;
    }

    @Needs("category.create")
    @Refuses({"category.code_taken", "category.too_deep", "category.unknown"})
    public CategoryView create(CategoryDraft draft) {
        requireFree(draft.code());
        lock();
        if (draft.parent() != null) pathOf(draft.parent());
        Category category = categories.save(new Category(draft));
        tell("category.created", category);
        return CategoryView.of(category);
    }

    @Needs("category.read")
    @Refuses("category.unknown")
    @Transactional(readOnly = true)
    public CategoryView read(CategoryId id) {
        return CategoryView.of(categories.get(id));
    }

    /** The ids of the categories with these codes in one statement; a code that is not known is absent. */
    @Needs("category.read")
    @Transactional(readOnly = true)
    public Map<String, CategoryId> byCodes(Set<String> codes) {
        if (codes.isEmpty()) return Map.of();
        return categories.findByCodeIn(codes).stream().collect(toMap(Category::code, Category::id));
    }

    /** The category and those that it is part of, up to the root; empty when it is unknown. */
    @Needs("category.read")
    @Transactional(readOnly = true)
    public List<CategoryId> upwards(CategoryId id) {
        return jdbc
                .sql(UPWARDS)
                .param("company", Scope.company().value())
                .param("id", id.value())
                .query(UUID.class)
                .list()
                .stream()
                .map(CategoryId::new)
                .toList();
    }

    /** Renames a category or moves it, with all that is below it, under another one. */
    @Needs("category.change")
    @Refuses({"category.code_taken", "category.cycle", "category.too_deep", "category.unknown", "record.stale"})
    public CategoryView change(CategoryId id, int version, CategoryDraft draft) {
        Category category = categories.get(id);
        category.mustBeAt(version);
        if (!draft.code().equals(category.code())) requireFree(draft.code());
        lock();
        if (draft.parent() != null && pathOf(draft.parent()).contains(id)) {
            throw new RuleViolation("category.cycle", "A category cannot be part of itself or of one below it.");
        }
        category.change(draft);
        categories.flush(); // Gives the category its new version.
        tell("category.changed", category);
        return CategoryView.of(category);
    }

    /** Deletes a category that holds no product and no other category. */
    @Needs("category.delete")
    @Refuses({"category.unknown", "category.used", "record.stale"})
    public void delete(CategoryId id, int version) {
        Category category = categories.get(id);
        category.mustBeAt(version);
        categories.delete(category);
        tell("category.deleted", category);
        try {
            categories.flush();
        } catch (DataIntegrityViolationException e) {
            throw new RuleViolation("category.used", "Products or other categories are part of this category.");
        }
    }

    /** Sorts by code or name; {@code q} is a part of either. */
    @Needs("category.read")
    @Refuses({"sort.unknown", "cursor.malformed", "limit.range"})
    @Transactional(readOnly = true)
    public Page<CategoryView> list(@Nullable CategoryId parent, Paging paging) {
        return KeysetQuery.of("c.id, c.code, c.name, c.parent_id, c.version", "product_categories c")
                .filter("c.parent_id = :parent", "parent", parent == null ? null : parent.value())
                .filter("strpos(lower(c.code || ' ' || c.name), lower(:q)) > 0", "q", paging.q())
                .sort("code", "c.code", "text")
                .sort("name", "c.name", "text")
                .page(jdbc, paging, "code", (row, index) -> {
                    UUID above = row.getObject("parent_id", UUID.class);
                    return new CategoryView(
                            new CategoryId(row.getObject("id", UUID.class)),
                            row.getString("code"),
                            row.getString("name"),
                            above == null ? null : new CategoryId(above),
                            row.getInt("version"));
                });
    }

    private List<CategoryId> pathOf(CategoryId parent) {
        List<CategoryId> path = upwards(parent);
        if (path.isEmpty()) throw new InvalidInput("parent", "category.unknown", "There is no such category.");
        if (path.size() >= LEVELS_MAX) {
            throw new RuleViolation("category.too_deep", "A tree of categories has at most 20 levels.");
        }
        return path;
    }

    /** Two moves at once could close a circle that neither sees, so moves in one company wait for each other. */
    private void lock() {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended('category ' || :company, 0))")
                .param("company", Scope.company().value().toString())
                .query((row, index) -> 1)
                .list();
    }

    private void requireFree(String code) {
        if (categories.existsByCode(code)) {
            throw new RuleViolation("category.code_taken", "There is another category with the code " + code + ".");
        }
    }

    private void tell(String type, Category category) {
        events.publishEvent(new CategoryEvent(type, category.id(), category.code()));
    }
}
