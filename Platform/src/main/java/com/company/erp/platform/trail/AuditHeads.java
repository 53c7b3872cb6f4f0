package com.company.erp.platform.trail;

import com.company.erp.platform.installation.InstallationProperties;
import com.company.erp.platform.installation.SignedLines;
import com.company.erp.platform.tenancy.Scope;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The end of the audit log's chain as it was written down outside the database. */
@Component
@EnableConfigurationProperties(InstallationProperties.class)
class AuditHeads {

    private final JdbcClient jdbc;
    private final SignedLines written;

    AuditHeads(JdbcClient jdbc, InstallationProperties installation) {
        this.jdbc = jdbc;
        this.written = new SignedLines(installation.data().resolve("audit-heads"));
    }

    void writeDown(LocalDate today) {
        List<String> said = jdbc.sql("""
                        SELECT :today || ' ' || h.last_number || ' ' || encode(h.chain, 'hex') FROM audit_heads h
                        WHERE h.company_id = :company AND h.last_number > 0 ORDER BY h.id""")
                .param("today", today.toString())
                .param("company", company())
                .query(String.class)
                .list();
        written.append(company(), said);
    }

    /** Where the log is not what was written down, and where the writing itself was changed. */
    List<AuditFinding> differences() {
        var found = new ArrayList<AuditFinding>();
        written.read(
                company(),
                said -> check(said.split(" "), found),
                () -> found.add(new AuditFinding(null, null, "a line of the heads written down was changed")));
        return found;
    }

    private void check(String[] said, List<AuditFinding> found) {
        long number = Long.parseLong(said[1]);
        boolean stands = jdbc.sql("""
                        SELECT EXISTS (SELECT 1 FROM audit_seals
                                       WHERE company_id = :company AND number = :number AND chain = decode(:chain, 'hex'))""")
                .param("company", company())
                .param("number", number)
                .param("chain", said[2])
                .query(Boolean.class)
                .single();
        if (!stands) {
            found.add(new AuditFinding(number, null, "the chain is not what was written down on " + said[0]));
        }
    }

    private static UUID company() {
        return Scope.company().value();
    }
}
