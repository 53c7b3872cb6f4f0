package com.company.erp.platform.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.company.erp.Answer;
import com.company.erp.HttpTest;
import com.company.erp.kernel.Actor;
import com.company.erp.kernel.CompanyId;
import com.company.erp.kernel.Uuid7;
import com.company.erp.platform.table.TableFormat;
import com.company.erp.platform.tenancy.Scope;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What becomes of documents with lines, of refusals that come late, and of imports that nobody works on any more. */
class ImportLifeTest extends HttpTest {

    @Autowired
    private GadgetImporter gadgets;

    @Autowired
    private Imports imports;

    @Autowired
    private ImportBackground background;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    private CompanyId home;

    @BeforeEach
    void begin() {
        api = newCompany("Gadgets " + UUID.randomUUID());
        home = CompanyId.valueOf(api.get("/api/company").ok().get("id").textValue());
        gadgets.finishes.set(0);
        gadgets.finished.set(0);
    }

    private Answer send(String query, String rows) {
        byte[] file = ("gadget,line,note\n" + rows).getBytes(StandardCharsets.UTF_8);
        return api.send("POST", "/api/gadgets/import" + query, "text/csv", file);
    }

    private JsonNode ended(Answer accepted) {
        accepted.accepted();
        return Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> api.get(accepted.header("Location")).ok(), report -> report.hasNonNull("endedAt"));
    }

    private boolean isThere(String gadget) {
        for (JsonNode unit : api.get("/api/units?limit=500&q=" + gadget).ok().get("items")) {
            if (unit.get("code").asText().equals(gadget)) return true;
        }
        return false;
    }

    private static String many(int count, String odd) {
        var rows = new StringBuilder();
        for (int i = 0; i < count; i++) {
            rows.append(i == count / 2 ? odd : "").append("G").append(i).append(",a,\n");
        }
        return rows.toString();
    }

    @Test
    void rows_that_follow_each_other_with_one_key_are_one_document() {
        var report = send("", "X1,a,\nX1,b,\nX2,c,\n").ok();
        assertThat(report.get("state").asText()).isEqualTo("DONE");
        assertThat(report.get("documents").asInt()).isEqualTo(2);
        assertThat(api.get("/api/units?q=X1")
                        .ok()
                        .get("items")
                        .get(0)
                        .get("name")
                        .asText())
                .isEqualTo("ab");
        assertThat(gadgets.finishes).hasValue(1);
        assertThat(gadgets.finished).hasValue(2);
    }

    @Test
    void a_wrong_line_refuses_its_whole_document_and_no_other() {
        var report = send("?mode=skip", "X1,a,\nX1,b,bad\nX2,c,\nX3,d,\nX3,e,,extra\nX2,again,\n")
                .ok();
        assertThat(report.get("state").asText()).isEqualTo("DONE");
        assertThat(report.get("refusedRows").asInt()).isEqualTo(5);
        assertThat(report.get("writtenRows").asInt()).isEqualTo(1);
        assertThat(report.get("problems")).hasSize(3);
        assertThat(isThere("X1")).isFalse();
        assertThat(isThere("X2")).isTrue();
        assertThat(isThere("X3")).isFalse();
    }

    @Test
    void a_late_refusal_of_a_short_import_keeps_all_of_it_out() {
        for (String mode : new String[] {"atomic", "skip"}) {
            send("?mode=" + mode, "X1,a,\nX2,b,late\n").refused(409, "gadget.late");
            assertThat(isThere("X1")).isFalse();
        }
        send("", "X1,a,\nX2,b,broken\n").refused(500, "service.failure");
        assertThat(isThere("X1")).isFalse();
    }

    @Test
    void a_late_refusal_of_a_long_import_keeps_out_all_or_only_the_one() {
        var atomic = ended(send("", many(1_500, "L,a,late\n")));
        assertThat(atomic.get("state").asText()).isEqualTo("FAILED");
        assertThat(atomic.get("failureCode").asText()).isEqualTo("gadget.late");
        assertThat(atomic.get("writtenRows").asInt()).isZero();
        assertThat(isThere("G0")).isFalse();
        assertThat(gadgets.finishes).hasValue(0);

        var skip = ended(send("?mode=skip", many(1_500, "L,a,late\n")));
        assertThat(skip.get("state").asText()).isEqualTo("DONE");
        assertThat(skip.get("writtenRows").asInt()).isEqualTo(1_500);
        assertThat(skip.get("refusedRows").asInt()).isEqualTo(1);
        assertThat(skip.get("problems").get(0).get("row").asInt()).isEqualTo(752);
        assertThat(skip.get("problems").get(0).get("code").asText()).isEqualTo("gadget.late");
        assertThat(gadgets.finished).hasValue(1_500);
    }

    @Test
    void a_fault_of_ours_fails_a_long_import_with_nothing_done() {
        var report = ended(send("", many(1_500, "B,a,broken\n")));
        assertThat(report.get("state").asText()).isEqualTo("FAILED");
        assertThat(report.get("failureCode").asText()).isEqualTo("service.failure");
        assertThat(report.get("failure").asText()).doesNotContain("Exception").doesNotContain("fault");
        assertThat(isThere("G0")).isFalse();
    }

    @Test
    void an_import_whose_instance_died_is_ended_by_another() {
        var id = new ImportId(Uuid7.next());
        inCompany(() -> {
            imports.begin(new Imports.Wish(id, "gadgets", TableFormat.CSV, ImportMode.ATOMIC, false));
            imports.running(id);
        });
        background.beat();
        assertThat(state(id)).isEqualTo("RUNNING");
        inCompany(() -> jdbc.sql("UPDATE imports SET beat_at = beat_at - interval '2 minutes' WHERE id = :id")
                .param("id", id.value())
                .update());
        background.beat();
        var report = api.get("/api/imports/" + id.value()).ok();
        assertThat(report.get("state").asText()).isEqualTo("FAILED");
        assertThat(report.get("failureCode").asText()).isEqualTo("import.abandoned");
    }

    @Test
    void reports_are_kept_thirty_days() {
        String id = send("", "X1,a,bad\n").ok().get("id").asText();
        var ended = LocalDate.now(java.time.ZoneOffset.UTC);
        inCompany(() -> background.run(ended.plusDays(29)));
        assertThat(state(ImportId.valueOf(id))).isEqualTo("FAILED");
        inCompany(() -> background.run(ended.plusDays(31)));
        api.get("/api/imports/" + id).refused(404, "import.unknown");
    }

    private String state(ImportId id) {
        return api.get("/api/imports/" + id.value()).ok().get("state").asText();
    }

    private void inCompany(Runnable work) {
        Scope.run(
                Actor.system(home, "test"),
                () -> new TransactionTemplate(transactions).executeWithoutResult(status -> work.run()));
    }
}
