package com.company.erp.finance.books;

import com.company.erp.finance.chart.AccountRole;
import com.company.erp.finance.chart.AccountType;
import com.company.erp.finance.chart.DefaultAccount;
import com.company.erp.finance.chart.NewAccount;
import com.company.erp.kernel.InvalidInput;
import com.company.erp.masterdata.tax.DatedRate;
import com.company.erp.masterdata.tax.TaxCodeDraft;
import com.company.erp.masterdata.tax.TaxKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the charts that come with the house: {@code charts/<name>.csv} and {@code charts/<name>.taxes.csv}. */
@Component
class ChartTemplates {

    private final List<ChartTemplate> templates = rows("templates").stream()
            .map(row -> new ChartTemplate(row.get("name"), orNull(row.get("country")), row.get("title")))
            .toList();

    /** A template as it is loaded: accounts with headings first, which of them are defaults, and the taxes. */
    record Loaded(List<NewAccount> accounts, Map<DefaultAccount, String> defaults, List<Tax> taxes) {}

    /** A tax code with the accounts of its tax; null for one that charges nothing. */
    record Tax(
            TaxCodeDraft draft,
            @Nullable String outputAccount,
            @Nullable String inputAccount) {}

    List<ChartTemplate> list() {
        return templates;
    }

    /** @throws InvalidInput chart.unknown */
    Loaded load(String name) {
        if (templates.stream().noneMatch(template -> template.name().equals(name))) {
            String names = templates.stream().map(ChartTemplate::name).collect(Collectors.joining(", "));
            throw new InvalidInput("chart", "chart.unknown", "The charts to start from are " + names + ".");
        }
        List<CSVRecord> rows = rows(name);
        Set<String> headings = rows.stream().map(row -> row.get("parent")).collect(Collectors.toSet());
        Map<DefaultAccount, String> defaults = new EnumMap<>(DefaultAccount.class);
        List<NewAccount> accounts = new ArrayList<>();
        for (CSVRecord row : rows) {
            String code = row.get("code");
            String role = orNull(row.get("role"));
            accounts.add(new NewAccount(
                    code,
                    row.get("name"),
                    AccountType.valueOf(upper(row.get("type"))),
                    role == null ? null : AccountRole.valueOf(upper(role)),
                    orNull(row.get("parent")),
                    headings.contains(code)));
            for (String key : row.get("default_for").split(" ", -1)) {
                if (!key.isEmpty()) defaults.put(DefaultAccount.valueOf(upper(key)), code);
            }
        }
        return new Loaded(accounts, defaults, taxes(name));
    }

    /** Rows of the same code are its rates through time. */
    private static List<Tax> taxes(String name) {
        Map<String, List<CSVRecord>> byCode = rows(name + ".taxes").stream()
                .collect(Collectors.groupingBy(row -> row.get("code"), LinkedHashMap::new, Collectors.toList()));
        return byCode.values().stream().map(ChartTemplates::tax).toList();
    }

    private static Tax tax(List<CSVRecord> rows) {
        CSVRecord last = rows.getLast();
        List<DatedRate> rates = rows.stream()
                .map(row -> new DatedRate(LocalDate.parse(row.get("valid_from")), new BigDecimal(row.get("rate"))))
                .toList();
        var draft = new TaxCodeDraft(last.get("code"), last.get("name"), TaxKind.valueOf(last.get("kind")), rates);
        return new Tax(draft, orNull(last.get("output_account")), orNull(last.get("input_account")));
    }

    private static List<CSVRecord> rows(String file) {
        String path = "/charts/" + file + ".csv";
        try (InputStream in = Objects.requireNonNull(ChartTemplates.class.getResourceAsStream(path), path)) {
            return CSVFormat.RFC4180
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }
}
