package com.company.erp.web.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What one can go to or begin by its name: the pages of the menu and new records, as far as the visitor may. */
public final class Commands {

    /** @param word the key of its name */
    public record Command(String word, String href) {}

    private record Begin(String word, String href, String permission) {}

    private static final List<Begin> BEGIN = List.of(
            new Begin("list.invoices.new", "/invoices/new", "invoice.draft"),
            new Begin("list.payments.new", "/payments/receive", "payment.receive"),
            new Begin("list.parties.new", "/parties/new", "party.create"),
            new Begin("list.products.new", "/products/new", "product.create"),
            new Begin("list.members.new", "/members/new", "user.invite"),
            new Begin("setup.title", "/setup", "company.change"),
            new Begin("list.tax-codes.new", "/tax-codes/new", "tax.create"),
            new Begin("list.exchange-rates.new", "/exchange-rates/new", "rate.create"),
            new Begin("roles.new", "/roles/new", "role.create"),
            new Begin("list.api-keys.new", "/api-keys/new", "api_key.create"),
            new Begin("list.imports.new", "/imports/new", "import.run"));

    private Commands() {}

    public static List<Command> all() {
        Set<String> permissions = Visitor.permissionsNow();
        var commands = new ArrayList<Command>();
        Menu.of(permissions).stream()
                .flatMap(section -> section.items().stream())
                .forEach(item -> commands.add(new Command("menu." + item.name(), item.href())));
        BEGIN.stream()
                .filter(begin -> permissions.contains(begin.permission()))
                .forEach(begin -> commands.add(new Command(begin.word(), begin.href())));
        return commands;
    }
}
