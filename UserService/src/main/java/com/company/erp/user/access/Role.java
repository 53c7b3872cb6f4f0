package com.company.erp.user.access;

import java.util.Set;

/**
 * The roles that come with the house. Each is a list of what it grants: {@code invoice.*} is all of a feature,
 * {@code *.read} the reading of all. This table is the whole truth; the catalogue of permissions comes from the doors.
 */
public enum Role {
    ADMIN("*.*"),

    AUDITOR("*.read", "audit.check", "ledger.check"),

    ACCOUNTANT(
            "account.*",
            "journal.*",
            "entry.*",
            "ledger.*",
            "period.*",
            "fiscal_year.*",
            "books.*",
            "recurring_entry.*",
            "report.*",
            "open_item.*",
            "receivable.*",
            "dunning.*",
            "invoice.*",
            "payment.*",
            "allocation.*",
            "tax.*",
            "rate.*",
            "currency.*",
            "terms.*",
            "party.*",
            "product.*",
            "category.*",
            "unit.*",
            "import.*",
            "attachment.*",
            "letterhead.*",
            "print_template.*",
            "mail_template.*",
            "mail.*",
            "mail_server.read",
            "suppression.*",
            "company.read",
            "comment.*",
            "view.share",
            "event.read"),

    SALES(
            "invoice.*",
            "party.*",
            "product.read",
            "category.read",
            "unit.read",
            "tax.read",
            "rate.read",
            "currency.read",
            "terms.read",
            "payment.read",
            "open_item.read",
            "receivable.read",
            "dunning.read",
            "import.*",
            "attachment.read",
            "attachment.add",
            "attachment.change",
            "attachment.remove",
            "mail.*",
            "suppression.read",
            "comment.*",
            "view.share",
            "company.read"),

    PURCHASER(
            "party.*",
            "product.*",
            "category.*",
            "unit.*",
            "tax.read",
            "rate.read",
            "currency.read",
            "terms.read",
            "import.*",
            "attachment.read",
            "attachment.add",
            "attachment.change",
            "attachment.remove",
            "comment.*",
            "company.read"),

    WAREHOUSE(
            "product.read",
            "category.read",
            "unit.*",
            "party.read",
            "attachment.read",
            "attachment.add",
            "comment.*",
            "company.read"),

    /** Employees have no records of their own yet; those who hire and see off know who still works with the system. */
    HR("user.read", "company.read");

    private final Set<String> grants;

    Role(String... grants) {
        this.grants = Set.of(grants);
    }

    boolean grants(String permission) {
        String feature = permission.substring(0, permission.indexOf('.'));
        String verb = permission.substring(permission.indexOf('.') + 1);
        return grants.contains("*.*")
                || grants.contains("*." + verb)
                || grants.contains(feature + ".*")
                || grants.contains(permission);
    }
}
