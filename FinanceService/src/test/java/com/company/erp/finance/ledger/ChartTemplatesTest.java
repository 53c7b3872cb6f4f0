package com.company.erp.finance.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The templates are data; what the code that reads them relies on is said here. */
class ChartTemplatesTest {

    private static final Set<String> TYPES = Set.of("asset", "liability", "equity", "income", "expense");
    private static final Set<String> ROLES =
            Set.of("", "receivable", "payable", "bank", "cash", "tax", "stock", "control");
    private static final Set<String> KINDS =
            Set.of("STANDARD", "REDUCED", "ZERO", "EXEMPT", "REVERSE_CHARGE", "OUT_OF_SCOPE");
    private static final Set<String> WITH_RATE = Set.of("STANDARD", "REDUCED", "REVERSE_CHARGE");
    private static final List<String> DEFAULTS = List.of(
            "receivable",
            "payable",
            "bank",
            "cash",
            "revenue",
            "expense",
            "output_tax",
            "input_tax",
            "rounding",
            "exchange_gain",
            "exchange_loss",
            "translation_difference",
            "sales_discount",
            "purchase_discount",
            "bad_debt",
            "bank_fee",
            "retained_earnings",
            "opening_balance",
            "suspense");

    @ParameterizedTest
    @ValueSource(strings = {"general-ifrs", "de-skr04", "fr-pcg", "uk", "us"})
    void accounts_have_a_unique_code_a_name_and_known_type_and_role(String chart) {
        List<Map<String, String>> accounts = rows(chart + ".csv");
        assertThat(accounts).hasSizeBetween(80, 280);
        assertThat(accounts).extracting(account -> account.get("code")).doesNotHaveDuplicates();
        assertThat(accounts).allSatisfy(account -> {
            assertThat(account.get("code")).matches("[0-9A-Z]{1,20}");
            assertThat(account.get("name")).isNotBlank().hasSizeLessThan(100);
            assertThat(account.get("type")).isIn(TYPES);
            assertThat(account.get("role")).isIn(ROLES);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"general-ifrs", "de-skr04", "fr-pcg", "uk", "us"})
    void a_heading_stands_before_its_accounts_and_takes_no_postings_of_its_own(String chart) {
        Map<String, Map<String, String>> before = new HashMap<>();
        for (Map<String, String> account : rows(chart + ".csv")) {
            String parent = account.get("parent");
            if (!parent.isEmpty()) {
                assertThat(before).containsKey(parent);
                Map<String, String> heading = Objects.requireNonNull(before.get(parent));
                assertThat(heading.get("type")).as(account.get("code")).isEqualTo(account.get("type"));
                assertThat(heading.get("role") + heading.get("default_for") + heading.get("parent"))
                        .isEmpty();
            }
            before.put(account.get("code"), account);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"general-ifrs", "de-skr04", "fr-pcg", "uk", "us"})
    void every_default_is_named_exactly_once(String chart) {
        List<String> defaults = rows(chart + ".csv").stream()
                .flatMap(account -> Arrays.stream(account.get("default_for").split(" ")))
                .filter(key -> !key.isEmpty())
                .toList();
        assertThat(defaults).containsExactlyInAnyOrderElementsOf(DEFAULTS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"general-ifrs", "de-skr04", "fr-pcg", "uk", "us"})
    void the_default_of_a_sub_ledger_bank_or_tax_has_that_role(String chart) {
        Map<String, String> roles = Map.of(
                "receivable",
                "receivable",
                "payable",
                "payable",
                "bank",
                "bank",
                "cash",
                "cash",
                "output_tax",
                "tax",
                "input_tax",
                "tax");
        for (Map<String, String> account : rows(chart + ".csv")) {
            String role = roles.getOrDefault(account.get("default_for"), "");
            if (!role.isEmpty()) assertThat(account.get("role")).isEqualTo(role);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"general-ifrs", "de-skr04", "fr-pcg", "uk", "us"})
    void tax_codes_have_dated_rates_and_accounts_of_the_chart(String chart) {
        Set<String> taxAccounts = rows(chart + ".csv").stream()
                .filter(account -> account.get("role").equals("tax"))
                .map(account -> account.get("code"))
                .collect(Collectors.toSet());
        List<Map<String, String>> taxes = rows(chart + ".taxes.csv");
        assertThat(taxes).isNotEmpty();
        assertThat(taxes)
                .extracting(tax -> tax.get("code") + tax.get("valid_from"))
                .doesNotHaveDuplicates();
        assertThat(taxes).allSatisfy(tax -> {
            assertThat(tax.get("kind")).isIn(KINDS);
            assertThat(LocalDate.parse(tax.get("valid_from"))).isBefore(LocalDate.of(2026, 1, 1));
            boolean charged = new BigDecimal(tax.get("rate")).signum() > 0;
            assertThat(charged).isEqualTo(WITH_RATE.contains(tax.get("kind")));
            if (charged) assertThat(taxAccounts).contains(tax.get("output_account"), tax.get("input_account"));
            else
                assertThat(tax.get("output_account") + tax.get("input_account")).isEmpty();
        });
    }

    private static List<Map<String, String>> rows(String file) {
        try (InputStream in = Objects.requireNonNull(ChartTemplatesTest.class.getResourceAsStream("/charts/" + file))) {
            List<List<String>> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(ChartTemplatesTest::cells)
                    .toList();
            List<Map<String, String>> rows = new ArrayList<>();
            for (List<String> cells : lines.subList(1, lines.size())) {
                assertThat(cells).as(file + ": " + cells).hasSameSizeAs(lines.getFirst());
                Map<String, String> row = new HashMap<>();
                for (int i = 0; i < cells.size(); i++) row.put(lines.getFirst().get(i), cells.get(i));
                rows.add(row);
            }
            return rows;
        } catch (IOException e) {
            throw new AssertionError(file, e);
        }
    }

    /** The templates quote a cell that has a comma, and use no quotes within one. */
    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (char c : line.toCharArray()) {
            if (c == '"') quoted = !quoted;
            else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else cell.append(c);
        }
        cells.add(cell.toString());
        return cells;
    }
}
