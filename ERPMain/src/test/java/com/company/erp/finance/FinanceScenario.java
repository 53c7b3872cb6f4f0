package com.company.erp.finance;

import static org.assertj.core.api.Assertions.assertThat;

import com.company.erp.Answer;
import com.company.erp.Scenario;
import com.fasterxml.jackson.databind.JsonNode;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** A story of a company with open books for 2026, on the general chart of accounts. */
public abstract class FinanceScenario extends Scenario {

    private final Map<String, String> accounts = new HashMap<>();
    private final Map<String, String> taxCodes = new HashMap<>();

    @Autowired
    private HikariDataSource pool;

    @BeforeEach
    void openBooks() {
        accounts.clear();
        taxCodes.clear();
        openBooks("general-ifrs", "2026-01-01");
    }

    protected void openBooks(String chart, String startsOn) {
        api.post("/api/books", Map.of("chart", chart, "startsOn", startsOn)).created();
    }

    /** The id of the account with this code. */
    protected String account(String code) {
        if (accounts.isEmpty()) read("/api/accounts?limit=500", accounts);
        return accounts.computeIfAbsent(code, c -> {
            throw new AssertionError("There is no account " + c);
        });
    }

    /** The id of the tax code with this code. */
    protected String taxCode(String code) {
        if (taxCodes.isEmpty()) read("/api/tax-codes?limit=500", taxCodes);
        return taxCodes.computeIfAbsent(code, c -> {
            throw new AssertionError("There is no tax code " + c);
        });
    }

    private void read(String path, Map<String, String> ids) {
        for (JsonNode item : api.get(path).ok().get("items")) {
            ids.put(item.get("code").textValue(), item.get("id").textValue());
        }
    }

    /** {@code debit("1000", "119.00")}: a line of an entry. */
    protected Map<String, Object> debit(String account, String amount) {
        return line(account, "debit", amount);
    }

    protected Map<String, Object> credit(String account, String amount) {
        return line(account, "credit", amount);
    }

    private Map<String, Object> line(String account, String side, String amount) {
        return Map.of("account", account(account), side, Map.of("amount", amount, "currency", "EUR"));
    }

    /** The line marked as the tax of a tax code, or as what it is counted on. */
    protected Map<String, Object> taxed(Map<String, Object> line, String taxCode, String role) {
        var marked = new HashMap<>(line);
        marked.put("taxCode", taxCode(taxCode));
        marked.put("taxRole", role);
        return marked;
    }

    protected static Map<String, Object> entry(String date, String text, Object... lines) {
        var entry = new LinkedHashMap<String, Object>();
        entry.put("date", date);
        entry.put("text", text);
        entry.put("reason", "as the voucher says");
        entry.put("lines", List.of(lines));
        return entry;
    }

    /** Tries to post an entry by hand. */
    protected Answer postEntry(String date, String text, Object... lines) {
        return api.post("/api/entries", entry(date, text, lines));
    }

    /** Posts an entry by hand. */
    protected JsonNode posted(String date, String text, Object... lines) {
        return postEntry(date, text, lines).created();
    }

    protected JsonNode trialBalance(String query) {
        return api.get("/api/reports/trial-balance?" + query).ok();
    }

    /** All that was ever posted: a line for each account with its code, name, sum of debits and sum of credits. */
    protected void expectBooks(String expected) {
        JsonNode balance = trialBalance("to=2199-12-31");
        List<String> rows = new ArrayList<>();
        for (JsonNode row : balance.get("rows")) {
            rows.add(String.join(
                    " ",
                    row.get("code").textValue(),
                    row.get("name").textValue(),
                    row.get("debit").textValue(),
                    row.get("credit").textValue()));
        }
        assertThat(String.join("\n", rows)).isEqualTo(squeezed(expected));
        assertThat(balance.at("/totals/debit")).isEqualTo(balance.at("/totals/credit"));
    }

    protected static String squeezed(String table) {
        return table.lines().map(line -> line.strip().replaceAll(" +", " ")).collect(Collectors.joining("\n"));
    }

    /** The chain is whole and every kept balance is the sum of its lines. */
    protected void expectSoundLedger() {
        JsonNode findings = api.post("/api/ledger/check").ok();
        assertThat(findings.get("sound").booleanValue()).as(findings.toString()).isTrue();
    }

    /** A connection past the application, as the mightiest user of the database. */
    protected Connection superuser() throws SQLException {
        return DriverManager.getConnection(pool.getJdbcUrl(), pool.getUsername(), pool.getPassword());
    }
}
