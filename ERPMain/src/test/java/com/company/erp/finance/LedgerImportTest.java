package com.company.erp.finance;

import static org.assertj.core.api.Assertions.assertThat;

import com.company.erp.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A chart of one's own, and journal entries, from files. */
class LedgerImportTest extends FinanceScenario {

    private static final String ENTRIES = "entry,date,text,account,debit,credit,taxCode,lineText\n";

    private Answer imported(String resource, String csv) {
        return api.send("POST", "/api/" + resource + "/import", "text/csv", csv.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> problems(Answer answer) {
        return answer.json().get("problems").findParents("row").stream()
                .map(p -> p.get("row").intValue() + " " + p.get("field").textValue() + " "
                        + p.get("code").textValue())
                .toList();
    }

    @Test
    void a_company_brings_its_own_chart() {
        api = newCompany("Own chart");
        company = api.get("/api/company").ok();
        api.post("/api/books", Map.of("startsOn", "2026-01-01")).created();
        assertThat(api.get("/api/accounts").ok().get("items")).isEmpty();

        JsonNode report = imported("accounts", """
                        code,name,type,role,parent,heading,defaultFor
                        A,Assets,asset,,,true,
                        A10,Bank,asset,bank,A,,BANK
                        A20,Debtors,asset,receivable,A,,receivable
                        R,Income,income,,,true,
                        R10,Sales,income,,R,,REVENUE SALES_DISCOUNT
                        """).ok();

        assertThat(report.get("writtenRows").intValue()).as(report.toString()).isEqualTo(5);
        assertThat(api.get("/api/accounts/defaults").ok())
                .extracting(d -> d.get("key").textValue() + " " + d.get("code").textValue())
                .containsExactlyInAnyOrder("BANK A10", "RECEIVABLE A20", "REVENUE R10", "SALES_DISCOUNT R10");
        JsonNode bank = api.get("/api/accounts?role=BANK").ok().at("/items/0");
        assertThat(api.get("/api/accounts/" + bank.get("parent").textValue())
                        .ok()
                        .get("code")
                        .textValue())
                .isEqualTo("A");
    }

    @Test
    void a_chart_with_mistakes_is_refused_row_by_row() {
        Answer report = imported("accounts", """
                code,name,type,role,parent,heading,defaultFor
                1000,Bank again,asset,,,,
                Z1,Under nothing,asset,,Z9,,
                Z9,Heading,asset,,,true,
                Z2,Under an account,asset,,1000,,
                Z3,Heading with a role,asset,bank,,true,
                Z4,For nothing,asset,,Z9,,COFFEE
                Z5,No type,,,,,
                """);

        assertThat(problems(report))
                .containsExactlyInAnyOrder(
                        "2 code account.duplicate",
                        "3 parent account.parent",
                        "5 parent account.parent",
                        "6 role account.heading_role",
                        "7 defaultFor account_default.unknown",
                        "8 type field.not_null");
        assertThat(api.get("/api/accounts?limit=500").ok().get("items"))
                .noneMatch(account -> account.get("code").textValue().startsWith("Z"));
    }

    @Test
    void rows_of_the_same_entry_are_one_entry_and_numbers_follow_the_dates() {
        JsonNode report = imported("entries", ENTRIES + """
                        b,2026-02-20,Sale,1000,120.00,,,
                        b,,,4000,,100.00,VAT20,Consulting
                        b,,,2200,,20.00,VAT20,
                        a,2026-01-31,Rent,6100,900.00,,,January
                        a,2026-01-31,Rent,1000,,900.00,,
                        """).ok();

        assertThat(report.get("writtenRows").intValue()).as(report.toString()).isEqualTo(5);
        JsonNode entries = api.get("/api/reports/journal?to=2026-12-31").ok().get("items");
        assertThat(entries)
                .extracting(
                        e -> e.get("number").textValue() + " " + e.get("text").textValue())
                .containsExactly("GEN-2026-00001 Rent", "GEN-2026-00002 Sale");
        JsonNode tax = api.get("/api/reports/tax?to=2026-12-31").ok().at("/rows/0");
        assertThat(tax.get("base").textValue()).isEqualTo("100.00");
        assertThat(tax.get("tax").textValue()).isEqualTo("20.00");
        expectBooks("""
                1000 Bank         120.00 900.00
                2200 VAT payable    0.00  20.00
                4000 Revenue        0.00 100.00
                6100 Rent         900.00   0.00""");
        expectSoundLedger();
    }

    @Test
    void entries_with_mistakes_are_refused_row_by_row_and_none_is_posted() {
        Answer report = imported("entries", ENTRIES + """
                a,2026-01-31,Rent,6100,900.00,,,
                a,2026-02-01,Rent,1000,,900.00,,
                b,2026-01-31,Uneven,6100,900.00,,,
                b,,,1000,,800.00,,
                c,2027-01-31,Too late,6100,900.00,,,
                c,,,1000,,900.00,,
                d,2026-01-31,Wrong,1200,1.00,,,
                d,,,9999,,1.00,,
                d,,,4000,1.00,1.00,,
                d,,,4000,,0.001,VAT99,
                e,,,6100,900.00,,,
                e,,,1000,,900.00,,
                """);

        assertThat(problems(report))
                .containsExactlyInAnyOrder(
                        "3 entry entry.differs",
                        "4 row entry.unbalanced",
                        "6 date period.locked",
                        "8 account entry.control_account",
                        "9 account account.not_postable",
                        "10 debit entry.line_amount",
                        "11 taxCode tax_code.unknown",
                        "11 debit money.decimals",
                        "12 date field.not_null",
                        "12 text field.not_blank");
        assertThat(posted("2026-01-31", "Rent", debit("6100", "1.00"), credit("1000", "1.00"))
                        .get("number")
                        .textValue())
                .isEqualTo("GEN-2026-00001");
    }

    @Test
    void a_line_names_only_a_tax_code_that_there_is_and_that_then_stays() {
        var unknown = new HashMap<>(credit("4000", "100.00"));
        unknown.put("taxCode", UUID.randomUUID().toString());
        unknown.put("taxRole", "BASE");
        postEntry("2026-02-01", "Sale", debit("1000", "100.00"), unknown).refused(409, "record.linked");

        posted("2026-02-01", "Sale", debit("1000", "100.00"), taxed(credit("4000", "100.00"), "ZERO", "BASE"));
        JsonNode code = api.get("/api/tax-codes/" + taxCode("ZERO")).ok();
        api.ifMatch(code).delete("/api/tax-codes/" + taxCode("ZERO")).refused(409, "tax_code.used");
    }
}
