package com.company.erp.platform.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.company.erp.HttpTest;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Imports that are too long for a request go on behind it. */
class LargeImportTest extends HttpTest {

    private static final int ROWS = 100_000;

    @BeforeEach
    void begin() {
        api = newCompany("Imports " + UUID.randomUUID());
    }

    private static byte[] products(int rows, String lastRow) {
        var file = new StringBuilder("code,name,kind,salePrice,salePriceCurrency\n");
        for (int i = 1; i <= rows; i++) file.append("P-%06d,Product %d,goods,%d.25,EUR%n".formatted(i, i, i));
        return file.append(lastRow).toString().getBytes(StandardCharsets.UTF_8);
    }

    private String start(String query, byte[] file) {
        var answer = api.send("POST", "/api/products/import" + query, "text/csv", file);
        JsonNode report = answer.accepted();
        assertThat(answer.header("Location"))
                .isEqualTo("/api/imports/" + report.get("id").asText());
        return answer.header("Location");
    }

    private JsonNode ended(String path) {
        return Awaitility.await()
                .atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> api.get(path).ok(), report -> report.hasNonNull("endedAt"));
    }

    private long products() {
        return api.get("/api/products/export").expect(200).text().lines().count() - 1;
    }

    @Test
    void a_hundred_thousand_rows_come_in_whole_or_not_at_all() {
        JsonNode refused = ended(start("", products(5_000, "P-000001,Once more,goods,,\n")));
        assertThat(refused.get("state").asText()).isEqualTo("FAILED");
        assertThat(refused.get("problems")).hasSize(1);
        assertThat(refused.get("problems").get(0).get("row").asInt()).isEqualTo(5_002);
        assertThat(products()).isZero();

        JsonNode done = ended(start("", products(ROWS, "")));
        assertThat(done.get("state").asText()).as("%s", done).isEqualTo("DONE");
        assertThat(done.get("writtenRows").asInt()).isEqualTo(ROWS);
        assertThat(done.get("progress").asInt()).isEqualTo(100);
        assertThat(products()).isEqualTo(ROWS);
    }

    @Test
    void in_mode_skip_the_good_rows_of_a_long_file_come_in() {
        JsonNode done = ended(start("?mode=skip", products(3_000, "P-000001,Once more,goods,,\nQ-1,,goods,,\n")));
        assertThat(done.get("state").asText()).as("%s", done).isEqualTo("DONE");
        assertThat(done.get("refusedRows").asInt()).isEqualTo(2);
        assertThat(done.get("writtenRows").asInt()).isEqualTo(3_000);
        assertThat(products()).isEqualTo(3_000);
    }

    @Test
    void a_cancelled_import_leaves_nothing() {
        String path = start("", products(20_000, ""));
        assertThat(api.post(path + "/cancel").ok().get("cancelRequested").asBoolean())
                .isTrue();
        assertThat(ended(path).get("state").asText()).isEqualTo("CANCELLED");
        assertThat(products()).isZero();
        api.post(path + "/cancel").refused(409, "import.ended");
    }

    @Test
    void a_long_import_with_a_key_begins_once_and_only_after_it_is_staged() {
        byte[] file = products(2_000, "");
        String key = UUID.randomUUID().toString();
        var first = api.withKey(key).send("POST", "/api/products/import", "text/csv", file);
        var again = api.withKey(key).send("POST", "/api/products/import", "text/csv", file);
        assertThat(first.accepted()).isEqualTo(again.accepted());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(ended(first.header("Location")).get("state").asText()).isEqualTo("DONE");
        assertThat(products()).isEqualTo(2_000);
        assertThat(api.get("/api/imports").ok().get("items")).hasSize(1);
    }
}
