package com.company.erp.finance.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.company.erp.finance.FinanceScenario;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@Tag("oldest")
class RollUpTest extends FinanceScenario {

    @Autowired
    private RollUp rollUp;

    @Test
    void collapsing_changes_no_balance() throws SQLException {
        posted("2026-01-31", "Rent", debit("6100", "900.00"), credit("1000", "900.00"));
        posted("2026-02-01", "Rent", debit("6100", "900.00"), credit("1000", "900.00"));
        posted("2026-02-15", "Sale", debit("1000", "119.00"), credit("4000", "100.00"), credit("2200", "19.00"));
        var before = trialBalance("from=2026-02-01&to=2026-02-15&compareTo=previous-period");

        rollUp.collapseAll();

        assertThat(trialBalance("from=2026-02-01&to=2026-02-15&compareTo=previous-period"))
                .isEqualTo(before);
        assertThat(deltas()).isZero();
        expectSoundLedger();

        // Posted into days that were collapsed already.
        posted("2026-01-31", "Correction", debit("6110", "50.00"), credit("6100", "50.00"));
        String expected = """
                1000 Bank           119.00 1800.00
                2200 VAT payable      0.00   19.00
                4000 Revenue          0.00  100.00
                6100 Rent          1800.00   50.00
                6110 Electricity, gas and water 50.00 0.00
                """;
        expectBooks(expected);
        rollUp.collapseAll();
        expectBooks(expected);
        expectSoundLedger();
    }

    @Test
    void a_balance_changed_past_the_application_is_found() throws SQLException {
        posted("2026-02-01", "Rent", debit("6100", "900.00"), credit("1000", "900.00"));
        rollUp.collapseAll();

        try (Connection mighty = superuser()) {
            mighty.createStatement()
                    .execute("UPDATE ledger_months SET month = '2026-01-01' WHERE account_id = '" + account("6100")
                            + "'");
        }

        var differences = api.post("/api/ledger/check").ok().get("differences");
        assertThat(differences)
                .isNotEmpty()
                .allSatisfy(d -> assertThat(d.get("code").textValue()).isEqualTo("6100"));
    }

    private long deltas() throws SQLException {
        try (Connection mighty = superuser();
                var count = mighty.prepareStatement("SELECT count(*) FROM ledger_deltas WHERE company_id = ?")) {
            count.setObject(1, UUID.fromString(company.get("id").textValue()));
            try (var row = count.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
