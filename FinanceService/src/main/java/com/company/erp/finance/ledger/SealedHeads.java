package com.company.erp.finance.ledger;

import com.company.erp.platform.installation.InstallationProperties;
import com.company.erp.platform.installation.SignedLines;
import com.company.erp.platform.jobs.DailyJob;
import com.company.erp.platform.tenancy.Scope;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes the heads of all series down outside the database once a day, and holds the books against that. */
@Component
@EnableConfigurationProperties(InstallationProperties.class)
class SealedHeads implements DailyJob {

    private static final String HEADS = """
            SELECT s.id, s.last_number, encode(s.head, 'hex') AS head FROM series s
            WHERE s.company_id = :company AND s.last_number > 0 ORDER BY s.ordinal""";

    private final JdbcClient jdbc;
    private final SignedLines written;

    SealedHeads(JdbcClient jdbc, InstallationProperties installation) {
        this.jdbc = jdbc;
        this.written = new SignedLines(installation.data().resolve("ledger-heads"));
    }

    private record Head(UUID id, long lastNumber, String head) {

        private String on(LocalDate day) {
            return String.join(" ", day.toString(), id.toString(), Long.toString(lastNumber), head);
        }
    }

    @Override
    public String name() {
        return "ledger heads";
    }

    @Override
    public void run(LocalDate today) {
        List<String> heads = jdbc.sql(HEADS).param("company", company()).query(Head.class).list().stream()
                .map(head -> head.on(today))
                .toList();
        written.append(company(), heads);
    }

    /** Where the books differ from what was written down, and where the writing itself was changed. */
    List<LedgerCheck.Tampering> differences() {
        List<LedgerCheck.Tampering> found = new ArrayList<>();
        written.read(
                company(),
                said -> check(said.split(" "), found),
                () -> found.add(new LedgerCheck.Tampering(null, null, "a line of the heads written down was changed")));
        return found;
    }

    private void check(String[] said, List<LedgerCheck.Tampering> found) {
        UUID series = UUID.fromString(said[1]);
        boolean stands = jdbc.sql("""
                        SELECT EXISTS (
                            SELECT 1 FROM series s JOIN entries e ON e.company_id = s.company_id
                             AND e.journal_id = s.journal_id AND e.fiscal_year_id = s.fiscal_year_id
                            WHERE s.company_id = :company AND s.id = :series AND e.sequence = :number
                              AND e.chain_hash = decode(:head, 'hex'))""")
                .param("company", company())
                .param("series", series)
                .param("number", Long.parseLong(said[2]))
                .param("head", said[3])
                .query(Boolean.class)
                .single();
        if (!stands) {
            found.add(new LedgerCheck.Tampering(series, null, "the series is not what was written down on " + said[0]));
        }
    }

    private static UUID company() {
        return Scope.company().value();
    }
}
