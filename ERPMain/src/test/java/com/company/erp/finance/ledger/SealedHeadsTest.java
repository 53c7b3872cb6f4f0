package com.company.erp.finance.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.company.erp.finance.FinanceScenario;
import com.company.erp.kernel.Actor;
import com.company.erp.kernel.CompanyId;
import com.company.erp.platform.installation.InstallationProperties;
import com.company.erp.platform.tenancy.Scope;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

class SealedHeadsTest extends FinanceScenario {

    @Autowired
    private SealedHeads heads;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private InstallationProperties installation;

    private void writeDown(String date) {
        CompanyId id = CompanyId.valueOf(company.get("id").textValue());
        Scope.run(
                Actor.system(id, heads.name()),
                () -> transaction.executeWithoutResult(status -> heads.run(LocalDate.parse(date))));
    }

    private Path file() {
        return installation
                .data()
                .resolve("ledger-heads")
                .resolve(company.get("id").textValue() + ".log");
    }

    private JsonNode tampered() {
        return api.post("/api/ledger/check").ok().get("tampered");
    }

    @Test
    void books_that_grow_stay_true_to_what_was_written_down() throws IOException {
        posted("2026-01-31", "Rent", debit("6100", "900.00"), credit("1000", "900.00"));
        writeDown("2026-01-31");
        posted("2026-02-28", "Rent", debit("6100", "900.00"), credit("1000", "900.00"));
        writeDown("2026-02-28");

        assertThat(Files.readAllLines(file())).hasSize(2);
        expectSoundLedger();
    }

    @Test
    void a_line_that_was_changed_is_found() throws IOException {
        posted("2026-01-31", "Rent", debit("6100", "900.00"), credit("1000", "900.00"));
        writeDown("2026-01-31");
        Files.writeString(file(), Files.readString(file()).replace("2026-01-31 ", "2026-01-30 "));

        assertThat(tampered().findValuesAsText("finding"))
                .containsExactly("a line of the heads written down was changed");
    }

    /** A chain that is whole in itself: the last entry is gone as if it had never been. */
    @Test
    void a_series_that_was_cut_short_is_found_by_what_was_written_down() throws SQLException {
        posted("2026-01-31", "Rent", debit("6100", "900.00"), credit("1000", "900.00"));
        writeDown("2026-01-31");
        String id = company.get("id").textValue();
        try (Connection mighty = superuser()) {
            mighty.createStatement().execute("SET session_replication_role = replica");
            for (String table :
                    new String[] {"entry_lines", "entries", "ledger_deltas", "ledger_days", "ledger_months"}) {
                mighty.createStatement().execute("DELETE FROM " + table + " WHERE company_id = '" + id + "'");
            }
            mighty.createStatement().execute("UPDATE series SET last_number = 0 WHERE company_id = '" + id + "'");
        }

        assertThat(tampered().findValuesAsText("finding"))
                .contains("the series is not what was written down on 2026-01-31");
    }
}
