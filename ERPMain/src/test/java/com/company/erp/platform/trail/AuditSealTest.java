package com.company.erp.platform.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.company.erp.Api;
import com.company.erp.finance.FinanceScenario;
import com.company.erp.kernel.Actor;
import com.company.erp.kernel.CompanyId;
import com.company.erp.platform.privacy.SubjectKeys;
import com.company.erp.platform.tenancy.Scope;
import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The audit log under its seals: it grows, nobody changes it unnoticed, and what is personal in it can be erased. */
class AuditSealTest extends FinanceScenario {

    @Autowired
    private AuditCheckJob job;

    @Autowired
    private SubjectKeys keys;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private Api own;
    private String companyId;

    /** A company for each test, since what is broken stays so. */
    @BeforeEach
    void found() {
        own = newCompany("Sealed");
        companyId = own.get("/api/company").ok().get("id").textValue();
    }

    private JsonNode party(String name) {
        return own.post("/api/parties", Map.of("name", name, "roles", List.of("CUSTOMER")))
                .created();
    }

    /** The rows in the order of their seals, once the record's last change has one. */
    private JsonNode sealed(JsonNode record) {
        String id = record.get("id").textValue();
        Awaitility.await()
                .until(() -> own.get("/api/audit/sealed?limit=1000").text().contains(id));
        return own.get("/api/audit/sealed?limit=1000").ok().get("items");
    }

    private List<String> findings() {
        JsonNode proof = own.post("/api/audit/check").ok();
        List<String> findings = proof.get("findings").findValuesAsText("finding");
        assertThat(proof.get("sound").booleanValue()).isEqualTo(findings.isEmpty());
        return findings;
    }

    /** As somebody who is above all triggers and policies. */
    private void tamper(String sql) throws SQLException {
        try (Connection mighty = superuser();
                var statement = mighty.createStatement()) {
            statement.execute("SET session_replication_role = replica");
            assertThat(statement.executeUpdate(sql.replace("$company", "'" + companyId + "'")))
                    .isPositive();
        }
    }

    private <T> T asSystem(String company, Callable<T> work) throws Exception {
        return Scope.call(
                Actor.system(CompanyId.valueOf(company), "test"), () -> transaction.execute(status -> call(work)));
    }

    private static <T> T call(Callable<T> work) {
        try {
            return work.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void each_row_is_sealed_after_commit_by_a_number_without_gaps() {
        JsonNode rows = sealed(party("Acme"));

        assertThat(rows.findValues("number")).extracting(JsonNode::longValue).isSorted();
        assertThat(rows.get(rows.size() - 1).get("number").longValue()).isEqualTo(rows.size());
        assertThat(rows.findValuesAsText("seal")).doesNotHaveDuplicates().allMatch(seal -> seal.length() == 64);
        long half = rows.size() / 2;
        JsonNode rest = own.get("/api/audit/sealed?after=" + half + "&limit=1").ok();
        assertThat(rest.at("/items/0/number").longValue()).isEqualTo(half + 1);
        assertThat(rest.get("next").longValue()).isEqualTo(half + 1);
        assertThat(findings()).isEmpty();
    }

    @Test
    void a_row_that_was_changed_is_found() throws SQLException {
        sealed(party("Acme"));
        tamper("UPDATE audit_log SET actor_name = 'somebody else' WHERE company_id = $company AND action = 'create'"
                + " AND record_type = 'party'");
        assertThat(findings()).containsOnly("the row was changed");
        assertThatThrownBy(() -> asSystem(companyId, () -> {
                    job.run(LocalDate.parse("2026-03-02"));
                    return true;
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("the row was changed");
    }

    @Test
    void a_row_that_was_taken_out_or_slipped_in_is_found() throws SQLException {
        sealed(party("Acme"));
        tamper("DELETE FROM audit_log WHERE company_id = $company AND record_type = 'party'");
        assertThat(findings()).containsOnly("the row is gone");
        tamper(
                "INSERT INTO audit_log (company_id, id, at, actor_id, actor_name, record_type, record_id, action, changes)"
                        + " VALUES ($company, gen_random_uuid(), now(), gen_random_uuid(), 'x', 'party', gen_random_uuid(), 'create',"
                        + " '{}')");
        assertThat(findings()).contains("the row was slipped in");
    }

    @Test
    void a_seal_that_was_taken_away_or_changed_is_found() throws SQLException {
        sealed(party("Acme"));
        sealed(party("Beta"));
        tamper("DELETE FROM audit_seals WHERE company_id = $company AND number = 2");
        assertThat(findings()).contains("a seal before this one is missing");
        tamper("UPDATE audit_seals SET content = sha256('x') WHERE company_id = $company AND number = 1");
        assertThat(findings()).contains("the seal was changed");
        tamper("DELETE FROM audit_seals s WHERE company_id = $company"
                + " AND number = (SELECT max(number) FROM audit_seals WHERE company_id = $company)");
        assertThat(findings()).contains("the end of the chain is not the last seal");
    }

    /** A log that is whole in itself: as if nothing had ever been done. */
    @Test
    void a_log_that_was_rewritten_from_the_beginning_is_found_by_what_was_written_down() throws Exception {
        sealed(party("Acme"));
        asSystem(companyId, () -> {
            job.run(LocalDate.parse("2026-03-02"));
            return true;
        });
        assertThat(findings()).isEmpty();
        for (String table : List.of("audit_log", "audit_seals", "audit_heads")) {
            tamper("DELETE FROM " + table + " WHERE company_id = $company");
        }
        assertThat(findings()).contains("the chain is not what was written down on 2026-03-02");
    }

    @Test
    void what_is_personal_is_unreadable_without_its_key_and_the_chain_stays_whole() throws Exception {
        JsonNode party = party("Erika Mustermann");
        String id = party.get("id").textValue();
        sealed(party);
        assertThat(asSystem(
                        companyId,
                        () -> jdbc.sql("SELECT changes::text FROM audit_log WHERE record_id = :id::uuid")
                                .param("id", id)
                                .query(String.class)
                                .single()))
                .contains("sealed:")
                .doesNotContain("Mustermann");
        assertThat(own.get("/api/audit?record=" + id).text()).contains("Erika Mustermann");
        JsonNode renamed = own.ifMatch(party)
                .put("/api/parties/" + id, Map.of("name", "Somebody", "roles", List.of("CUSTOMER")))
                .ok();

        assertThat(asSystem(companyId, () -> keys.destroy(UUID.fromString(id)))).isTrue();
        assertThat(own.get("/api/audit?record=" + id).text())
                .contains("(erased)")
                .doesNotContain("Mustermann");
        assertThat(findings()).isEmpty();
        own.ifMatch(renamed)
                .put("/api/parties/" + id, Map.of("name", "Nobody", "roles", List.of("CUSTOMER")))
                .ok();
        assertThat(own.get("/api/audit?record=" + id).text())
                .contains("Nobody", "(erased)")
                .doesNotContain("Mustermann");
    }

    @Test
    void rows_go_when_their_years_are_over_and_not_before() throws Exception {
        String old = UUID.randomUUID().toString();
        try (Connection mighty = superuser();
                var statement = mighty.createStatement()) {
            statement.executeUpdate("""
                    INSERT INTO audit_log (company_id, id, at, actor_id, actor_name, record_type, record_id, action, changes)
                    SELECT '%s', gen_random_uuid(), now() - make_interval(years => y), gen_random_uuid(), 'x', 'party',
                           gen_random_uuid(), 'create', '{}'
                    FROM generate_series(1, 12) y""".formatted(old));
        }
        Awaitility.await().until(() -> asSystem(old, () -> count("audit_seals")) == 12);

        asSystem(
                old,
                () -> jdbc.sql("SELECT audit_forget(now() - interval '10 years 1 day')")
                        .query(Long.class)
                        .single());
        assertThat(asSystem(old, () -> count("audit_log"))).isEqualTo(10);
        assertThat(asSystem(
                        old,
                        () -> jdbc.sql("SELECT count(*) FROM audit_tampered()")
                                .query(Long.class)
                                .single()))
                .isZero();
        assertThatThrownBy(() -> asSystem(
                        old,
                        () -> jdbc.sql("SELECT audit_forget(now() - interval '5 years')")
                                .query(Long.class)
                                .single()))
                .hasMessageContaining("record.immutable");
        assertThatThrownBy(() ->
                        asSystem(old, () -> jdbc.sql("DELETE FROM audit_log").update()))
                .hasMessageContaining("record.immutable");
    }

    private long count(String table) {
        return jdbc.sql("SELECT count(*) FROM " + table).query(Long.class).single();
    }

    @Test
    void who_takes_a_list_out_of_the_house_is_noted() {
        party("Acme");
        own.get("/api/parties/export?q=acme&format=xlsx").expect(200);
        own.get("/api/parties/export?format=ndjson").expect(200);

        JsonNode noted = own.get("/api/audit?type=export").ok().get("items");
        assertThat(noted).hasSize(2);
        assertThat(noted.get(1).get("changes").findValuesAsText("after"))
                .contains("parties.xlsx", "q=acme&format=xlsx", "1");
        own.get("/api/parties/export?format=pdf").refused(422, "format.unknown");
        assertThat(own.get("/api/audit?type=export").ok().get("items")).hasSize(2);
    }

    @Test
    void lines_of_JSON_and_the_reason_that_was_given() {
        JsonNode party = own.with("Reason", "Asked for by telephone")
                .post("/api/parties", Map.of("name", "Acme", "roles", List.of("CUSTOMER")))
                .created();
        JsonNode row =
                own.get("/api/audit?record=" + party.get("id").textValue()).ok().at("/items/0");
        assertThat(row.get("reason").textValue()).isEqualTo("Asked for by telephone");
        String[] lines = own.get("/api/audit/export?format=ndjson&record="
                        + party.get("id").textValue())
                .text()
                .split("\n");
        assertThat(lines).hasSize(1);
        assertThat(lines[0]).startsWith("{").endsWith("}").contains("\"reason\":\"Asked for by telephone\"");
    }

    @Test
    void an_auditor_checks_the_log_and_others_do_not() {
        newUser(own, "AUDITOR").post("/api/audit/check").ok();
        newUser(own, "ACCOUNTANT").post("/api/audit/check").refused(403, "access.denied");
        newUser(own, "ACCOUNTANT").get("/api/audit/sealed").refused(403, "access.denied");
        own.get("/api/audit/sealed?limit=1001").refused(422, "limit.range");
    }
}
