package com.company.erp.masterdata;

import static org.assertj.core.api.Assertions.assertThat;

import com.company.erp.PlanTest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A hundred thousand parties in the company, and as many in another one that the search must not wade through. */
class PartySearchPlanTest extends PlanTest {

    private static final String FILL = """
            INSERT INTO parties (company_id, id, version, code, name, customer, supplier, addresses, contacts, active,
                                 sort_name, search_text)
            SELECT ?::uuid, gen_random_uuid(), 0, 'X' || n, p.name, true, false, '[]', '[]', true,
                   lower(p.name), lower(p.name)
            FROM generate_series(1, 100000) n,
                 LATERAL (SELECT initcap(translate(substr(md5(n::text), 1, 7), '0123456789', 'aeioulnrst')) || ' '
                     || initcap(translate(substr(md5((n * 7)::text), 1, 9), '0123456789', 'rstlneaiou')) AS name) p""";

    @BeforeAll
    void fill() throws SQLException {
        String other = newCompany("Crowd").get("/api/company").ok().get("id").textValue();
        try (Connection owner = owner();
                PreparedStatement insert = owner.prepareStatement(FILL);
                Statement statement = owner.createStatement()) {
            for (String id : List.of(company.get("id").textValue(), other)) {
                insert.setString(1, id);
                assertThat(insert.executeUpdate()).isEqualTo(100_000);
            }
            statement.execute("VACUUM ANALYZE parties");
        }
        api.post("/api/parties", Map.of("name", "Zwickauer Zinnwerke", "roles", List.of("CUSTOMER")))
                .created();
    }

    @Test
    void a_search_with_a_typing_error_uses_the_index_under_row_level_security() throws SQLException {
        String plan = planOf("SELECT * FROM party_search('zwikauer zinwerke')");
        assertThat(plan).contains("Bitmap Index Scan on parties_search").doesNotContain("Seq Scan");
    }

    @Test
    void a_page_of_the_list_walks_along_an_index() throws SQLException {
        String plan = planOf("""
                SELECT p.id FROM parties p
                WHERE p.company_id = current_setting('erp.company_id')::uuid
                  AND (p.sort_name, p.id) > ('m', '00000000-0000-0000-0000-000000000000')
                ORDER BY p.sort_name, p.id LIMIT 51""");
        assertThat(plan)
                .contains("parties_sort_name")
                .doesNotContain("Seq Scan")
                .doesNotContain("Sort");
    }

    @Test
    void the_search_finds_the_one_among_many() {
        var found = api.get("/api/parties?q=zwikauer").ok().get("items");
        assertThat(found.get(0).get("name").textValue()).isEqualTo("Zwickauer Zinnwerke");
    }
}
