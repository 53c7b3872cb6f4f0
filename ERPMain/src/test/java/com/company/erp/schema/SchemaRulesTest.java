package com.company.erp.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.company.erp.HttpTest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rule 3 of the house (ARCHITECTURE.md), read from the database's own catalogue: a new table joins by itself. */
@Tag("oldest")
class SchemaRulesTest extends HttpTest {

    private static final Map<String, String> KEYS_TO_COMPANY_LESS_TABLES =
            Map.of("memberships(id)", "A membership bears the id of its user, who belongs to no company.");

    private static final Map<String, String> DECIMALS_WITHOUT_LIMIT =
            Map.of("invoices.exchange_rate", "A rate as exact as it was worked out from two quotes of the bank.");

    /** The columns of tables, with the table's name, and whether the table belongs to a company. */
    private static final String COLUMNS = """
            FROM pg_class t
            JOIN pg_attribute c ON c.attrelid = t.oid AND c.attnum > 0 AND NOT c.attisdropped
            WHERE t.relnamespace = 'public'::regnamespace AND t.relkind IN ('r', 'p')""";

    private static final String FOREIGN_KEYS = """
            FROM (SELECT k.*, t.relname AS from_table, f.relname AS to_table,
                         ARRAY(SELECT a.attname::text FROM unnest(k.conkey) WITH ORDINALITY u(n, i)
                               JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.n ORDER BY u.i) AS columns,
                         ARRAY(SELECT a.attname::text FROM unnest(k.confkey) WITH ORDINALITY u(n, i)
                               JOIN pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = u.n ORDER BY u.i) AS targets
                  FROM pg_constraint k JOIN pg_class t ON t.oid = k.conrelid JOIN pg_class f ON f.oid = k.confrelid
                  WHERE k.contype = 'f' AND k.connamespace = 'public'::regnamespace) k
            WHERE NOT k.from_table = ANY (:companyLess)""";

    @Autowired
    private JdbcClient jdbc;

    /** What the catalogue tells in answer to a query for offenders or for names. */
    private List<String> told(String sql) {
        return jdbc.sql(sql)
                .param("companyLess", CompanyLess.TABLES.keySet().toArray(String[]::new))
                .query(String.class)
                .list();
    }

    @Test
    void every_table_has_a_company_but_for_those_that_say_why() {
        assertThat(new TreeSet<>(told("""
                        SELECT t.relname FROM pg_class t
                        WHERE t.relnamespace = 'public'::regnamespace AND t.relkind IN ('r', 'p') AND :companyLess IS NOT NULL
                          AND NOT EXISTS (SELECT 1 FROM pg_attribute c WHERE c.attrelid = t.oid AND c.attname = 'company_id'
                                          AND c.atttypid = 'uuid'::regtype AND c.attnotnull)
                        ORDER BY 1"""))).isEqualTo(new TreeSet<>(CompanyLess.TABLES.keySet()));
    }

    @Test
    void the_key_is_the_company_and_an_id_that_the_application_made() {
        assertThat(told("""
                        SELECT t.relname FROM pg_class t
                        LEFT JOIN pg_constraint k ON k.conrelid = t.oid AND k.contype = 'p'
                        WHERE t.relnamespace = 'public'::regnamespace AND t.relkind IN ('r', 'p')
                          AND NOT t.relname = ANY (:companyLess)
                          AND pg_get_constraintdef(k.oid) IS DISTINCT FROM 'PRIMARY KEY (company_id, id)'
                        ORDER BY 1""")).isEmpty();
        assertThat(told("SELECT t.relname || '.' || c.attname " + COLUMNS
                        + " AND NOT t.relname = ANY (:companyLess) AND c.attname = 'id' AND c.atttypid <> 'uuid'::regtype"
                        + " ORDER BY 1"))
                .isEmpty();
        assertThat(told("SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'S'"
                        + " AND :companyLess IS NOT NULL ORDER BY 1"))
                .as("sequences, which need grants of their own")
                .isEmpty();
    }

    @Test
    void no_row_can_point_across_companies() {
        List<String> alone = told("SELECT k.from_table || '(' || array_to_string(k.columns, ', ') || ')' "
                + FOREIGN_KEYS + " AND NOT (k.columns[1] = 'company_id' AND k.targets[1] = 'company_id') ORDER BY 1");

        assertThat(Set.copyOf(alone)).isEqualTo(KEYS_TO_COMPANY_LESS_TABLES.keySet());
    }

    /** Else a company's rows could not stay together when the tables are spread over several machines. */
    @Test
    void what_is_unique_is_unique_within_a_company() {
        assertThat(told("""
                        SELECT i.indexrelid::regclass::text FROM pg_index i JOIN pg_class t ON t.oid = i.indrelid
                        WHERE t.relnamespace = 'public'::regnamespace AND i.indisunique
                          AND NOT t.relname = ANY (:companyLess)
                          AND NOT EXISTS (SELECT 1 FROM pg_attribute c WHERE c.attrelid = t.oid
                                          AND c.attname = 'company_id' AND c.attnum = i.indkey[0])
                        ORDER BY 1""")).isEmpty();
    }

    /** A partial index serves when it leaves out nothing but rows that point nowhere. */
    @Test
    void every_foreign_key_has_an_index_that_begins_with_its_columns() {
        assertThat(told("SELECT k.from_table || '(' || array_to_string(k.columns, ', ') || ')' " + FOREIGN_KEYS + """
                         AND NOT EXISTS (
                            SELECT 1 FROM pg_index i
                            WHERE i.indrelid = k.conrelid AND i.indisvalid
                              AND (SELECT array_agg(n ORDER BY n) FROM unnest((i.indkey::int2[])[0 : cardinality(k.conkey) - 1]) n)
                                  = (SELECT array_agg(n ORDER BY n) FROM unnest(k.conkey) n)
                              AND (i.indpred IS NULL OR pg_get_expr(i.indpred, i.indrelid) IN
                                  (SELECT format('(%I IS NOT NULL)', c) FROM unnest(k.columns) c)))
                        ORDER BY 1"""))
                .isEmpty();
    }

    @Test
    void row_level_security_is_on_and_forced() {
        assertThat(told("""
                        SELECT t.relname FROM pg_class t
                        WHERE t.relnamespace = 'public'::regnamespace AND t.relkind IN ('r', 'p')
                          AND NOT (t.relrowsecurity AND t.relforcerowsecurity) AND :companyLess IS NOT NULL
                        ORDER BY 1""")).containsExactly(CompanyLess.OPEN);
    }

    @Test
    void a_company_s_table_shows_its_company_s_rows_and_to_the_owner_all() {
        assertThat(told("""
                        SELECT t.tablename FROM pg_tables t
                        WHERE t.schemaname = 'public' AND NOT t.tablename = ANY (:companyLess)
                          AND (SELECT string_agg(concat_ws(' ', p.policyname, p.permissive, p.cmd,
                                   array_to_string(p.roles, ','), p.qual, p.with_check), '; ' ORDER BY p.policyname)
                               FROM pg_policies p WHERE p.schemaname = 'public' AND p.tablename = t.tablename)
                              IS DISTINCT FROM 'company PERMISSIVE ALL public (company_id = '
                                  || '(NULLIF(current_setting(''erp.company_id''::text, true), ''''::text))::uuid); '
                                  || 'owner PERMISSIVE ALL ' || t.tableowner || ' true true'
                        ORDER BY 1""")).isEmpty();
    }

    @Test
    void a_table_without_a_company_is_open_only_as_far_as_it_says() {
        List<String> opened = told("""
                SELECT p.tablename || ' by ' || string_agg(p.policyname, ', ' ORDER BY p.policyname) FROM pg_policies p
                WHERE p.schemaname = 'public' AND p.tablename = ANY (:companyLess) AND p.policyname <> 'owner'
                GROUP BY p.tablename ORDER BY 1""");

        assertThat(opened)
                .containsExactlyInAnyOrderElementsOf(CompanyLess.OPENED_BY.entrySet().stream()
                        .map(table -> table.getKey() + " by " + table.getValue())
                        .toList());
    }

    /** A function with its owner's rights must not be led astray by a search path of its caller's. */
    @Test
    void functions_with_the_owner_s_rights_fix_their_search_path() {
        assertThat(told("""
                        SELECT p.oid::regprocedure::text FROM pg_proc p
                        WHERE p.pronamespace = 'public'::regnamespace AND p.prosecdef AND :companyLess IS NOT NULL
                          AND NOT coalesce('search_path=public, pg_temp' = ANY (p.proconfig), false)
                        ORDER BY 1""")).isEmpty();
    }

    @Test
    void no_number_is_a_binary_fraction_and_every_decimal_says_its_digits() {
        assertThat(told("SELECT t.relname || '.' || c.attname " + COLUMNS + """
                         AND :companyLess IS NOT NULL
                         AND (c.atttypid IN ('float4'::regtype, 'float8'::regtype, 'money'::regtype)
                              OR c.atttypid = 'numeric'::regtype AND c.atttypmod = -1)
                        ORDER BY 1"""))
                .containsExactlyElementsOf(DECIMALS_WITHOUT_LIMIT.keySet());
        assertThat(told("SELECT t.relname || '.' || c.attname " + COLUMNS + """
                         AND :companyLess IS NOT NULL AND c.atttypid <> 'numeric'::regtype
                         AND c.attname ~ '(^|_)(amount|debit|credit|price|net|gross|total|balance|fee)$'
                        ORDER BY 1"""))
                .as("money that is no numeric")
                .isEmpty();
    }

    @Test
    void a_status_is_one_of_a_list() {
        assertThat(told("SELECT t.relname || '.' || c.attname " + COLUMNS + """
                         AND :companyLess IS NOT NULL AND c.atttypid = 'text'::regtype
                         AND c.attname ~ '(^|_)(status|state|kind|mode|outcome)$'
                         AND NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conrelid = t.oid AND k.contype = 'c'
                                         AND k.conkey = ARRAY[c.attnum]
                                         AND pg_get_constraintdef(k.oid) ~ '= (ANY|ALL) ')
                        ORDER BY 1"""))
                .isEmpty();
    }
}
