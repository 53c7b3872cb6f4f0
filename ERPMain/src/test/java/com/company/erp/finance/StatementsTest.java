package com.company.erp.finance;

import static org.assertj.core.api.Assertions.assertThat;

import com.company.erp.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two small years of a company, and what each report makes of them. */
@Tag("oldest")
class StatementsTest extends FinanceScenario {

    @BeforeEach
    void aSmallCompany() {
        api.post("/api/fiscal-years", Map.of("startsOn", "2025-01-01")).created();
        posted("2025-03-01", "Capital", debit("1000", "10000.00"), credit("3000", "10000.00"));
        sale("2025-06-15", "1000.00", "200.00", "1200.00");
        posted("2025-06-30", "Rent", debit("6100", "400.00"), credit("1000", "400.00"));
        sale("2026-01-20", "2000.00", "400.00", "2400.00");
        posted("2026-01-31", "Rent", debit("6100", "500.00"), credit("1000", "500.00"));
        sale("2026-02-20", "3000.00", "600.00", "3600.00");
        purchase("2026-02-25", "100.00", "20.00", "120.00");
        posted("2026-02-28", "Rent", debit("6100", "500.00"), credit("1000", "500.00"));
        posted("2026-03-10", "VAT of January", debit("2200", "400.00"), credit("1000", "400.00"));
    }

    private void sale(String date, String net, String tax, String gross) {
        posted(
                date,
                "Sale",
                debit("1000", gross),
                taxed(credit("4000", net), "VAT20", "BASE"),
                taxed(credit("2200", tax), "VAT20", "TAX"));
    }

    private void purchase(String date, String net, String tax, String gross) {
        posted(
                date,
                "Power",
                taxed(debit("6110", net), "VAT20", "BASE"),
                taxed(debit("1300", tax), "VAT20", "TAX"),
                credit("1000", gross));
    }

    private JsonNode report(String path) {
        return api.get("/api/reports/" + path).ok();
    }

    private static List<String> rows(Iterable<JsonNode> rows, String... fields) {
        List<String> lines = new ArrayList<>();
        for (JsonNode row : rows) {
            List<String> cells = new ArrayList<>();
            for (String field : fields) {
                JsonNode cell = row.at("/" + field);
                if (!cell.isNull() && !cell.isMissingNode()) cells.add(cell.asText());
            }
            lines.add(String.join(" ", cells));
        }
        return lines;
    }

    @Test
    void a_report_names_the_date_that_it_misses() {
        JsonNode problem = api.get("/api/reports/trial-balance").refused(422, "request.invalid");
        assertThat(problem.at("/errors/0/field").textValue()).isEqualTo("to");
        assertThat(problem.at("/errors/0/code").textValue()).isEqualTo("parameter.missing");
    }

    @Test
    void the_trial_balance_shows_opening_movement_and_closing_beside_the_year_before() {
        JsonNode balance = report("trial-balance?from=2026-01-01&to=2026-02-28&compareTo=previous-year");

        assertThat(balance.get("comparedFrom").textValue()).isEqualTo("2025-01-01");
        assertThat(balance.get("comparedTo").textValue()).isEqualTo("2025-02-28");
        assertThat(rows(balance.get("rows"), "code", "opening", "debit", "credit", "closing", "comparedClosing"))
                .containsExactly(
                        "1000 10800.00 6000.00 1120.00 15680.00 0.00",
                        "1300 0.00 20.00 0.00 20.00 0.00",
                        "2200 -200.00 0.00 1000.00 -1200.00 0.00",
                        "3000 -10000.00 0.00 0.00 -10000.00 0.00",
                        "4000 -1000.00 0.00 5000.00 -6000.00 0.00",
                        "6100 400.00 1000.00 0.00 1400.00 0.00",
                        "6110 0.00 100.00 0.00 100.00 0.00");
        assertThat(balance.at("/rows/0/comparedLines").textValue()).endsWith("&from=2025-01-01&to=2025-02-28");
        assertThat(balance.at("/totals/opening").textValue()).isEqualTo("0.00");
        assertThat(balance.at("/totals/debit")).isEqualTo(balance.at("/totals/credit"));
        assertThat(balance.at("/totals/debitBalances").textValue()).isEqualTo("17200.00");
        assertThat(balance.at("/totals/creditBalances").textValue()).isEqualTo("17200.00");
    }

    @Test
    void a_report_is_compared_with_the_period_before_or_with_any_dates() {
        JsonNode before = report("trial-balance?from=2026-02-01&to=2026-02-28&compareTo=previous-period");
        assertThat(before.get("comparedFrom").textValue()).isEqualTo("2026-01-01");
        assertThat(before.get("comparedTo").textValue()).isEqualTo("2026-01-31");

        JsonNode chosen = report("income-statement?to=2026-02-28&compareTo=2025-06-01..2025-06-30");
        assertThat(chosen.get("from").textValue()).isEqualTo("2026-01-01");
        assertThat(chosen.get("result").textValue()).isEqualTo("3900.00");
        assertThat(chosen.get("comparedResult").textValue()).isEqualTo("600.00");

        api.get("/api/reports/trial-balance?to=2026-02-28&compareTo=yesterday").refused(422, "report.compare_to");
        api.get("/api/reports/trial-balance?from=2026-03-01&to=2026-02-28").refused(422, "report.dates");
        api.get("/api/reports/trial-balance?to=2026-02-28&format=pdf").refused(422, "format.unknown");
    }

    @Test
    void the_balance_sheet_balances_and_computes_the_results_of_years_not_closed() {
        JsonNode sheet = report("balance-sheet?on=2026-02-28&compareTo=2025-12-31");

        assertThat(rows(sheet.get("lines"), "level", "kind", "code", "name", "amount", "compared"))
                .containsExactly(
                        "0 SECTION Assets 15700.00 10800.00",
                        "1 HEADING A1 Current assets 15700.00 10800.00",
                        "2 ACCOUNT 1000 Bank 15680.00 10800.00",
                        "2 ACCOUNT 1300 VAT recoverable 20.00 0.00",
                        "0 TOTAL Total assets 15700.00 10800.00",
                        "0 SECTION Liabilities 1200.00 200.00",
                        "1 HEADING L1 Current liabilities 1200.00 200.00",
                        "2 ACCOUNT 2200 VAT payable 1200.00 200.00",
                        "0 SECTION Equity 14500.00 10600.00",
                        "1 HEADING E1 Equity 10000.00 10000.00",
                        "2 ACCOUNT 3000 Share capital 10000.00 10000.00",
                        "1 COMPUTED Result of prior years 600.00 0.00",
                        "1 COMPUTED Result of the current year 3900.00 600.00",
                        "0 TOTAL Total liabilities and equity 15700.00 10800.00");
        assertThat(sheet.get("assets")).isEqualTo(sheet.get("liabilitiesAndEquity"));

        for (String date : List.of("2024-12-31", "2025-03-01", "2025-06-29", "2026-01-31", "2027-06-30")) {
            JsonNode other = report("balance-sheet?on=" + date);
            assertThat(other.get("assets")).as(date).isEqualTo(other.get("liabilitiesAndEquity"));
        }
    }

    @Test
    void the_income_statement_ends_in_the_result_that_the_balance_sheet_shows() {
        JsonNode statement = report("income-statement?to=2026-02-28");

        assertThat(rows(statement.get("lines"), "level", "kind", "code", "name", "amount"))
                .containsExactly(
                        "0 SECTION Income 5000.00",
                        "1 HEADING I1 Revenue 5000.00",
                        "2 ACCOUNT 4000 Revenue 5000.00",
                        "0 SECTION Expenses 1100.00",
                        "1 HEADING X3 Premises and equipment 1100.00",
                        "2 ACCOUNT 6100 Rent 1000.00",
                        "2 ACCOUNT 6110 Electricity, gas and water 100.00",
                        "0 TOTAL Result 3900.00");
    }

    @Test
    void a_figure_leads_to_its_lines_and_the_lines_to_their_entries() {
        JsonNode bank = report("trial-balance?from=2026-02-01&to=2026-03-31").at("/rows/0");
        JsonNode ledger = api.get(bank.get("lines").textValue()).ok();

        JsonNode sheet = ledger.at("/accounts/0");
        assertThat(sheet.get("broughtForward")).isEqualTo(bank.get("opening"));
        assertThat(sheet.get("carriedForward")).isEqualTo(bank.get("closing"));
        assertThat(rows(sheet.get("lines"), "date", "text", "debit", "credit", "balance", "contra/0", "contra/1"))
                .containsExactly(
                        "2026-02-20 Sale 3600.00 0.00 16300.00 2200 4000",
                        "2026-02-25 Power 0.00 120.00 16180.00 1300 6110",
                        "2026-02-28 Rent 0.00 500.00 15680.00 6100",
                        "2026-03-10 VAT of January 0.00 400.00 15280.00 2200");
        String entry = sheet.at("/lines/0/entry").textValue();
        assertThat(api.get("/api/entries/" + entry).ok().get("number")).isEqualTo(sheet.at("/lines/0/number"));
    }

    @Test
    void the_general_ledger_is_read_in_pages_that_carry_balances_forward() {
        List<String> whole = new ArrayList<>();
        for (JsonNode sheet : report("general-ledger?to=2026-12-31&limit=500").get("accounts")) {
            whole.addAll(rows(sheet.get("lines"), "id", "balance"));
        }
        List<String> paged = new ArrayList<>();
        String carried = null;
        boolean goesOn = false;
        String after = "";
        do {
            JsonNode page = report("general-ledger?to=2026-12-31&limit=2" + after);
            for (JsonNode sheet : page.get("accounts")) {
                paged.addAll(rows(sheet.get("lines"), "id", "balance"));
                String own = sheet.get("code").textValue();
                boolean begun = carried != null && carried.startsWith(own + " ");
                assertThat(sheet.get("begun").booleanValue()).isEqualTo(begun).isEqualTo(goesOn);
                goesOn = sheet.get("goesOn").booleanValue();
                if (begun) {
                    assertThat(carried)
                            .isEqualTo(own + " " + sheet.get("broughtForward").textValue());
                }
                carried = own + " " + sheet.get("carriedForward").textValue();
            }
            after = page.get("next").isNull()
                    ? ""
                    : "&after=" + page.get("next").textValue();
        } while (!after.isEmpty());

        assertThat(paged).hasSize(22).isEqualTo(whole);
        api.get("/api/reports/general-ledger?to=2026-12-31&after=made-up").refused(422, "cursor.malformed");
        api.get("/api/reports/general-ledger?to=2026-12-31&account="
                        + company.get("id").textValue())
                .refused(404, "account.unknown");
    }

    @Test
    void an_account_statement_has_totals_and_running_balances() {
        JsonNode statement =
                report("account-statement?from=2026-01-01&to=2026-12-31&limit=1&account=" + account("2200"));

        assertThat(rows(List.of(statement), "code", "opening", "debit", "credit", "closing"))
                .containsExactly("2200 -200.00 400.00 1000.00 -800.00");
        assertThat(rows(statement.get("lines"), "date", "balance")).containsExactly("2026-01-20 -600.00");
        assertThat(statement.get("next").isNull()).isFalse();
    }

    @Test
    void the_journal_lists_entries_with_their_lines() {
        JsonNode page = report("journal?from=2026-02-01&to=2026-02-28&limit=2&journal=GENERAL");

        assertThat(rows(page.get("items"), "date", "number", "text", "total"))
                .containsExactly("2026-02-20 GEN-2026-00003 Sale 3600.00", "2026-02-25 GEN-2026-00004 Power 120.00");
        assertThat(rows(page.at("/items/0/lines"), "line", "code", "debit", "credit"))
                .containsExactly("1 1000 3600.00 0.00", "2 4000 0.00 3000.00", "3 2200 0.00 600.00");
        JsonNode next = report("journal?from=2026-02-01&to=2026-02-28&limit=2&journal=GENERAL&after="
                + page.get("next").textValue());
        assertThat(rows(next.get("items"), "text")).containsExactly("Rent");
    }

    @Test
    void the_tax_report_equals_the_tax_accounts_and_names_what_no_code_explains() {
        JsonNode tax = report("tax?from=2026-01-01&to=2026-03-31");

        assertThat(rows(tax.get("rows"), "code", "direction", "base", "tax"))
                .containsExactly("VAT20 OUTPUT 5000.00 1000.00", "VAT20 INPUT 100.00 20.00");
        assertThat(rows(tax.at("/rows/0/months"), "from", "to", "base", "tax"))
                .containsExactly("2026-01-01 2026-01-31 2000.00 400.00", "2026-02-01 2026-02-28 3000.00 600.00");
        assertThat(rows(List.of(tax), "outputTax", "inputTax", "payable")).containsExactly("1000.00 20.00 980.00");
        assertThat(rows(tax.get("accounts"), "code", "movement", "reported", "difference"))
                .containsExactly("1300 -20.00 -20.00 0.00", "2200 600.00 1000.00 -400.00");
    }

    @Test
    void every_report_is_a_file_too() {
        String csv = api.get("/api/reports/trial-balance?to=2026-02-28&format=csv")
                .expect(200)
                .text();
        assertThat(csv.lines().toList())
                .hasSize(8)
                .first()
                .asString()
                .startsWith("account,code,name,type,opening,debit,credit,closing");
        assertThat(csv).contains(",6110,\"Electricity, gas and water\",EXPENSE,0.00,100.00,0.00,100.00,");

        for (String report : List.of(
                "trial-balance?to=2026-12-31",
                "general-ledger?to=2026-12-31",
                "journal?to=2026-12-31",
                "balance-sheet?on=2026-12-31",
                "income-statement?to=2026-12-31",
                "tax?to=2026-12-31",
                "account-statement?to=2026-12-31&account=" + account("1000"))) {
            Answer file = api.get("/api/reports/" + report + "&format=csv").expect(200);
            assertThat(file.header("Content-Type")).startsWith("text/csv");
            assertThat(file.text().lines().count()).as(report).isGreaterThan(2);
            Answer sheet = api.get("/api/reports/" + report + "&format=xlsx").expect(200);
            assertThat(sheet.header("Content-Disposition")).contains(".xlsx");
            assertThat(sheet.bytes()).startsWith('P', 'K');
        }
    }

    @Test
    void a_report_needs_its_permission() {
        asUserWith("HR").get("/api/reports/trial-balance?to=2026-12-31").refused(403, "access.denied");
        asUserWith("AUDITOR").get("/api/reports/trial-balance?to=2026-12-31").ok();
    }
}
