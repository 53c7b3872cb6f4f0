package com.company.erp.web.frame;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The pages of the house, in the order in which people work with them. A new feature adds its line here. */
final class Menu {

    /** @param permission without which the page is not offered; what it shows asks again */
    record Item(String name, String href, String icon, String permission) {

        public boolean isAt(String path) {
            return href.equals("/") ? path.equals("/") : path.equals(href) || path.startsWith(href + "/");
        }
    }

    record Section(String name, List<Item> items) {}

    private static final List<Section> ALL = List.of(
            new Section("daily", List.of(new Item("home", "/", "home", ""))),
            new Section(
                    "sales",
                    List.of(
                            new Item("invoices", "/invoices", "invoice", "invoice.read"),
                            new Item("credit-notes", "/credit-notes", "credit", "invoice.read"),
                            new Item("payments", "/payments", "payment", "payment.read"),
                            new Item("parties", "/parties", "people", "party.read"),
                            new Item("products", "/products", "box", "product.read"),
                            new Item("files", "/files", "file", "attachment.read"))),
            new Section(
                    "books",
                    List.of(
                            new Item("entries", "/entries", "book", "entry.read"),
                            new Item("accounts", "/accounts", "tree", "account.read"),
                            new Item("journals", "/journals", "hash", "journal.read"),
                            new Item("tax-codes", "/tax-codes", "percent", "tax.read"),
                            new Item("exchange-rates", "/exchange-rates", "swap", "rate.read"))),
            new Section(
                    "reports",
                    List.of(
                            new Item("trial-balance", "/reports/trial-balance", "scale", "report.read"),
                            new Item("general-ledger", "/reports/general-ledger", "ledger", "report.read"),
                            new Item("balance-sheet", "/reports/balance-sheet", "columns", "report.read"),
                            new Item("income-statement", "/reports/income-statement", "chart", "report.read"),
                            new Item("aged-receivables", "/reports/aged-receivables", "clock", "receivable.read"))),
            new Section(
                    "administration",
                    List.of(
                            new Item("company", "/company", "house", "company.read"),
                            new Item("members", "/members", "person", "user.read"),
                            new Item("roles", "/roles", "shield", "role.read"),
                            new Item("api-keys", "/api-keys", "key", "api_key.read"),
                            new Item("identity-providers", "/identity-providers", "door", "identity_provider.read"),
                            new Item("directories", "/directories", "book", "identity_provider.read"),
                            new Item("periods", "/periods", "calendar", "fiscal_year.read"),
                            new Item("templates", "/templates", "brush", "print_template.read"),
                            new Item("imports", "/imports", "upload", "import.read"),
                            new Item("audit", "/audit", "eye", "audit.read"),
                            new Item("system", "/system", "pulse", "system.read"))));

    private Menu() {}

    /** The name of the page in the menu under which a path is found. */
    static Optional<String> nameAt(String path) {
        return ALL.stream()
                .flatMap(section -> section.items().stream())
                .filter(item -> item.isAt(path))
                .map(Item::name)
                .findFirst();
    }

    static List<Section> of(Set<String> permissions) {
        return ALL.stream()
                .map(section -> new Section(
                        section.name(),
                        section.items().stream()
                                .filter(item -> item.permission().isEmpty() || permissions.contains(item.permission()))
                                .toList()))
                .filter(section -> !section.items().isEmpty())
                .toList();
    }
}
