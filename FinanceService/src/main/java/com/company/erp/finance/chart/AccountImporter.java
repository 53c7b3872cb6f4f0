package com.company.erp.finance.chart;

import com.company.erp.platform.imports.ImportDocument;
import com.company.erp.platform.imports.ImportRow;
import com.company.erp.platform.imports.ImportSession;
import com.company.erp.platform.imports.Importer;
import com.company.erp.platform.imports.Refusals;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Imports a chart of accounts, one account or heading a row, headings before what stands under them. */
@Component
class AccountImporter implements Importer<AccountFileRow> {

    private final Chart chart;
    private final EntityManager persistence;

    AccountImporter(Chart chart, EntityManager persistence) {
        this.chart = chart;
        this.persistence = persistence;
    }

    @Override
    public String resource() {
        return "accounts";
    }

    @Override
    public String permission() {
        return "account.create";
    }

    @Override
    public Class<AccountFileRow> row() {
        return AccountFileRow.class;
    }

    @Override
    public String key() {
        return "code";
    }

    @Override
    public void check(List<ImportDocument<AccountFileRow>> documents, Refusals refusals) {
        Map<String, AccountView> known = chart.byCodes(documents.stream()
                .flatMap(d -> Stream.of(d.value().code(), d.value().parent()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        Set<String> headings = known.values().stream()
                .filter(account -> !account.postable())
                .map(AccountView::code)
                .collect(Collectors.toCollection(HashSet::new));
        Set<String> accounts = new HashSet<>();
        for (var document : documents) {
            ImportRow<AccountFileRow> row = document.first();
            AccountFileRow account = row.value();
            if (known.containsKey(account.code())) {
                refusals.refuse(row, "code", "account.duplicate", "There is an account with this code already.");
            }
            checkParent(row, account.parent(), headings, accounts, documents.getFirst(), refusals);
            checkUse(row, account, refusals);
            (account.isHeading() ? headings : accounts).add(account.code());
        }
    }

    /** A heading that is not known may have been in an earlier part of a long file; then writing has the last word. */
    private static void checkParent(
            ImportRow<?> row,
            @Nullable String parent,
            Set<String> headings,
            Set<String> accounts,
            ImportDocument<?> first,
            Refusals refusals) {
        if (parent == null || headings.contains(parent)) return;
        boolean earlierPart = first.first().number() > FIRST_ROW;
        if (earlierPart && !accounts.contains(parent)) return;
        refusals.refuse(row, "parent", "account.parent", "No heading with this code stands before this row.");
    }

    /** The header of a file is its row 1, where it has one. */
    private static final int FIRST_ROW = 2;

    private static void checkUse(ImportRow<?> row, AccountFileRow account, Refusals refusals) {
        if (account.isHeading() && account.role() != null) {
            refusals.refuse(row, "role", "account.heading_role", "A heading takes no postings and so plays no role.");
        }
        for (String purpose : purposes(account)) {
            if (account.isHeading()) {
                refusals.refuse(row, "defaultFor", "account.not_postable", "A heading takes no postings.");
            } else if (Arrays.stream(DefaultAccount.values())
                    .noneMatch(known -> known.name().equals(purpose))) {
                refusals.refuse(row, "defaultFor", "account_default.unknown", "There is no purpose " + purpose + ".");
            }
        }
    }

    private static List<String> purposes(AccountFileRow account) {
        if (account.defaultFor() == null) return List.of();
        return Arrays.stream(account.defaultFor().toUpperCase(Locale.ROOT).split("[ ,;]+"))
                .filter(purpose -> !purpose.isEmpty())
                .toList();
    }

    @Override
    public void write(List<ImportDocument<AccountFileRow>> documents, ImportSession session) {
        Map<String, AccountId> ids =
                chart.createAll(documents.stream().map(d -> d.value().account()).toList());
        List<Chart.NewDefault> defaults = new ArrayList<>();
        for (var document : documents) {
            AccountId id = Objects.requireNonNull(ids.get(document.value().code()), "just created");
            for (String purpose : purposes(document.value())) {
                defaults.add(new Chart.NewDefault(DefaultAccount.valueOf(purpose), null, null, id));
            }
        }
        if (defaults.isEmpty()) return;
        persistence.flush(); // The defaults are plain SQL, which builds on the accounts.
        chart.useByDefault(defaults);
    }
}
