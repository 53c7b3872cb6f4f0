package com.company.erp.user.view;

import com.company.erp.kernel.UserId;
import com.company.erp.platform.tenancy.CompanyRecord;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;

/** A view of a list, its owner's alone until it is shared. Saving another one under its name changes it. */
@Entity
@Table(name = "saved_views")
class SavedView extends CompanyRecord {

    private UUID ownerId = new UUID(0, 0);
    private String list = "";
    private String name = "";
    private String query = "";
    private boolean shared;

    protected SavedView() {}

    SavedView(UserId owner, ViewDraft draft) {
        this.ownerId = owner.value();
        this.list = draft.list();
        this.name = draft.name().strip();
    }

    void show(String wanted) {
        query = wanted;
    }

    void share(boolean withAll) {
        shared = withAll;
    }

    boolean isOf(UserId user) {
        return ownerId.equals(user.value());
    }

    boolean shared() {
        return shared;
    }

    SavedViewLine line(UserId reader) {
        return new SavedViewLine(new ViewId(uuid()), version(), list, name, query, shared, isOf(reader));
    }
}
