package com.company.erp.web.pattern;

import com.company.erp.kernel.DocumentRef;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where records have their pages. */
public final class Places {

    private Places() {}

    /** The page of a record by its kind as in its path, if its kind has pages. */
    public static @Nullable String at(String resource, UUID id) {
        return switch (resource) {
            case "invoices", "payments", "parties", "products", "entries" -> "/" + resource + "/" + id;
            case "letterheads" -> "/company";
            default -> null;
        };
    }

    /** The page of the record, if its kind has pages. */
    public static @Nullable String of(@Nullable DocumentRef record) {
        if (record == null) return null;
        return switch (record.type()) {
            case "invoice", "credit_note" -> "/invoices/" + record.id();
            case "payment" -> "/payments/" + record.id();
            case "party" -> "/parties/" + record.id();
            case "product" -> "/products/" + record.id();
            case "entry" -> "/entries/" + record.id();
            case "import" -> "/imports/" + record.id();
            case "company" -> "/company";
            default -> null;
        };
    }
}
