package com.company.erp.document.finding;

import static org.assertj.core.api.Assertions.assertThat;

import com.company.erp.PlanTest;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Twenty thousand files in the company, and as many in another one that the search must not wade through. */
class FindingPlanTest extends PlanTest {

    @BeforeAll
    void fill() throws SQLException {
        String other =
                newCompany("Crowd of files").get("/api/company").ok().get("id").textValue();
        try (var owner = owner();
                var statement = owner.createStatement()) {
            for (String id : List.of(company.get("id").textValue(), other)) {
                statement.execute("""
                        INSERT INTO attachments (company_id, id, version, resource, record_type, record_id, name, source, retention)
                        SELECT '%s', gen_random_uuid(), 0, 'parties', 'party', gen_random_uuid(), 'file ' || n, 'UPLOADED', 'NONE'
                        FROM generate_series(1, 20000) n""".formatted(id));
            }
            statement.execute("""
                    UPDATE attachment_words SET due_at = NULL, words = array_to_tsvector(ARRAY[md5(id::text), 'word'])
                    WHERE company_id IN ('%s', '%s')""".formatted(company.get("id").textValue(), other));
            statement.execute("VACUUM ANALYZE attachment_words, attachments");
        }
    }

    @Test
    void a_search_for_beginnings_of_words_uses_the_index_under_row_level_security() throws SQLException {
        assertThat(planOf("SELECT * FROM file_search('''abcdef'':* & ''word''')"))
                .contains("Bitmap Index Scan on attachment_words_search")
                .doesNotContain("Seq Scan");
    }

    @Test
    void what_is_due_is_found_without_reading_what_is_not() throws SQLException {
        assertThat(planOf("SELECT * FROM companies_with_words_to_gather()")).doesNotContain("Seq Scan");
    }

    @Test
    void a_page_of_the_list_walks_along_the_key() throws SQLException {
        assertThat(planOf("""
                SELECT a.id FROM attachments a
                WHERE a.company_id = current_setting('erp.company_id')::uuid AND a.id < '80000000-0000-0000-0000-000000000000'
                ORDER BY a.id DESC LIMIT 51"""))
                .contains("attachments_pkey")
                .doesNotContain("Seq Scan")
                .doesNotContain("Sort");
    }
}
