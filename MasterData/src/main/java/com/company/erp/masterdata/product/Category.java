package com.company.erp.masterdata.product;

import com.company.erp.platform.tenancy.CompanyRecord;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A branch of the tree into which products are sorted. */
@Entity
@Table(name = "product_categories")
class Category extends CompanyRecord {

    private String code;
    private String name;
    private @Nullable UUID parentId;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected Category() {}

    Category(CategoryDraft draft) {
        this.code = draft.code();
        this.name = draft.name().strip();
        this.parentId = draft.parent() == null ? null : draft.parent().value();
    }

    /** Whether the new parent is fit, no branch of its own, is for the tree to say. */
    void change(CategoryDraft draft) {
        this.code = draft.code();
        this.name = draft.name().strip();
        this.parentId = draft.parent() == null ? null : draft.parent().value();
    }

    CategoryId id() {
        return new CategoryId(uuid());
    }

    String code() {
        return code;
    }

    String name() {
        return name;
    }

    @Nullable CategoryId parent() {
        return parentId == null ? null : new CategoryId(parentId);
    }
}
