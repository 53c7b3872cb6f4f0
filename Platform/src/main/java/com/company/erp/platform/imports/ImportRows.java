package com.company.erp.platform.imports;

import com.company.erp.kernel.Uuid7;
import com.company.erp.platform.tenancy.Scope;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** The staged rows of imports and their problems, in SQL. */
@Component
class ImportRows {

    private final JdbcClient jdbc;

    ImportRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Has this transaction find every row along an index. The connection may keep plans, those of foreign keys and of
     * functions among them, from when the tables were small: they read a table whole, and an import would do so for
     * each of its rows, since nobody counts what one transaction has added.
     */
    void planForMany() {
        jdbc.sql("SET LOCAL enable_seqscan = off").update();
        jdbc.sql("DISCARD PLANS").update();
    }

    void stage(ImportId id, int batch, List<StagedRow> rows) {
        of(id, """
                INSERT INTO import_rows
                    (company_id, id, import_id, batch, row_number, document, key, payload, refused)
                SELECT :company, t.id::uuid, :import, :batch, t.number, t.document, t.key, t.payload::jsonb, t.refused
                FROM unnest(:ids::text[], :numbers::int[], :documents::int[], :keys::text[], :payloads::text[],
                            :refused::boolean[]) AS t(id, number, document, key, payload, refused)""")
                .param("batch", batch)
                .param("ids", array(rows, row -> Uuid7.next().toString(), String[]::new))
                .param("numbers", array(rows, StagedRow::number, Integer[]::new))
                .param("documents", array(rows, StagedRow::document, Integer[]::new))
                .param("keys", array(rows, StagedRow::key, String[]::new))
                .param("payloads", rows.stream().map(StagedRow::payload).toArray(String[]::new))
                .param("refused", array(rows, StagedRow::refused, Boolean[]::new))
                .update();
    }

    void keep(ImportId id, List<RowProblem> problems) {
        if (problems.isEmpty()) return;
        of(id, """
                INSERT INTO import_problems (company_id, id, import_id, row_number, field, code, message)
                SELECT :company, t.id::uuid, :import, t.row_number, t.field, t.code, t.message
                FROM unnest(:ids::text[], :rows::int[], :fields::text[], :codes::text[], :messages::text[])
                    AS t(id, row_number, field, code, message)""")
                .param("ids", array(problems, problem -> Uuid7.next().toString(), String[]::new))
                .param("rows", array(problems, RowProblem::row, Integer[]::new))
                .param("fields", array(problems, RowProblem::field, String[]::new))
                .param("codes", array(problems, RowProblem::code, String[]::new))
                .param("messages", array(problems, RowProblem::message, String[]::new))
                .update();
    }

    /** Refuses the documents whose key an earlier document of the file has, in whatever case. */
    void refuseRepeated(ImportId id, String column) {
        of(id, """
                WITH documents AS (
                    SELECT batch, document, min(row_number) AS row_number, min(key) AS key
                    FROM import_rows WHERE company_id = :company AND import_id = :import AND key <> ''
                    GROUP BY batch, document),
                numbered AS (
                    SELECT d.*, min(row_number) OVER (PARTITION BY key) AS first FROM documents d),
                repeated AS (
                    SELECT * FROM numbered WHERE row_number > first),
                marked AS (
                    UPDATE import_rows r SET refused = true FROM repeated d
                    WHERE r.company_id = :company AND r.import_id = :import AND r.batch = d.batch
                      AND r.document = d.document)
                INSERT INTO import_problems (company_id, id, import_id, row_number, field, code, message)
                SELECT :company, gen_random_uuid(), :import, row_number, :column, 'row.repeated',
                       'The same ' || :column || ' is in row ' || first || ' already.' FROM repeated""").param("column", column).update();
    }

    /** The rows of a batch that nothing is known against, in the order of the file. */
    List<StagedRow> good(ImportId id, int batch) {
        return of(id, """
                SELECT row_number AS number, document, key, payload::text AS payload, refused FROM import_rows
                WHERE company_id = :company AND import_id = :import AND batch = :batch AND NOT refused
                ORDER BY row_number""").param("batch", batch).query(StagedRow.class).list();
    }

    void refuse(ImportId id, int batch, Stream<Integer> rows) {
        of(id, """
                UPDATE import_rows r SET refused = true
                WHERE company_id = :company AND import_id = :import AND batch = :batch
                  AND row_number = ANY (:rows::int[])""")
                .param("batch", batch)
                .param("rows", rows.toArray(Integer[]::new))
                .update();
    }

    int countGood(ImportId id) {
        return of(id, """
                SELECT count(*)::int FROM import_rows
                WHERE company_id = :company AND import_id = :import AND NOT refused""").query(Integer.class).single();
    }

    /** The refused ones stay with the report, for somebody to mend. */
    void deleteGood(ImportId id) {
        of(id, "DELETE FROM import_rows WHERE company_id = :company AND import_id = :import AND NOT refused")
                .update();
    }

    /** Refused rows in the order of the file, each with what is wrong with it and then what stands in these columns. */
    Stream<Stream<@Nullable Object>> refused(ImportId id, List<String> columns) {
        RowMapper<Stream<@Nullable Object>> refusal = (row, n) -> {
            Stream<@Nullable Object> words =
                    Stream.of(row.getInt("row_number"), row.getString("field"), row.getString("message"));
            Stream<@Nullable Object> cells =
                    Arrays.stream((@Nullable Object[]) row.getArray("cells").getArray());
            return Stream.concat(words, cells);
        };
        return of(id, """
                SELECT r.row_number, p.field, p.message,
                       ARRAY(SELECT r.payload ->> c.name FROM unnest(:columns::text[]) WITH ORDINALITY AS c(name, place)
                             ORDER BY c.place) AS cells
                FROM import_rows r LEFT JOIN LATERAL (
                    SELECT string_agg(field, '; ' ORDER BY id) AS field, string_agg(message, '; ' ORDER BY id) AS message
                    FROM import_problems
                    WHERE company_id = :company AND import_id = :import AND row_number = r.row_number) p ON true
                WHERE r.company_id = :company AND r.import_id = :import AND r.refused
                ORDER BY r.batch, r.row_number""").param("columns", columns.toArray(String[]::new)).query(refusal).stream();
    }

    long countProblems(ImportId id) {
        return of(id, "SELECT count(*) FROM import_problems WHERE company_id = :company AND import_id = :import")
                .query(Long.class)
                .single();
    }

    List<RowProblem> firstProblems(ImportId id, int limit) {
        return of(id, """
                SELECT row_number AS row, field, code, message FROM import_problems
                WHERE company_id = :company AND import_id = :import ORDER BY row_number, id LIMIT :limit""").param("limit", limit).query(RowProblem.class).list();
    }

    private StatementSpec of(ImportId id, String sql) {
        return jdbc.sql(sql).param("company", Scope.company().value()).param("import", id.value());
    }

    private static <T, A> A[] array(List<T> rows, Function<T, ? extends A> value, IntFunction<A[]> maker) {
        return rows.stream().map(value).toArray(maker);
    }
}
