package com.company.erp.platform.imports;

import com.company.erp.kernel.InvalidInput;
import com.company.erp.platform.table.RowType;
import com.company.erp.platform.table.TableFormat;
import com.company.erp.platform.table.TableReader;
import com.company.erp.platform.table.TableRow;
import com.company.erp.platform.web.Problems;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Brings a file's rows into the database, each read for itself: typed, of the right shape, and put together to
 * documents. What a row means is not asked here.
 */
@Component
class Staging {

    private static final int BATCH_ROWS = 1_000;
    private static final int MOST_LINES = 10_000;

    private final ImportRows rows;
    private final Validator validator;
    private final ObjectMapper json;
    private final ImportProperties properties;

    Staging(ImportRows rows, Validator validator, ObjectMapper json, ImportProperties properties) {
        this.rows = rows;
        this.validator = validator;
        this.json = json;
        this.properties = properties;
    }

    /** @throws InvalidInput import.too_long, and what the reader says of the file */
    <R extends Record> Imports.Size stage(
            ImportId id, Importer<R> importer, TableFormat format, Path file, Map<String, String> meanings) {
        var work = new Work<>(id, importer);
        try (var reader = TableReader.open(format, file, work.type.columns().meant(meanings))) {
            for (TableRow row = reader.next(); row != null; row = reader.next()) work.take(row);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        work.flush();
        rows.refuseRepeated(id, importer.key());
        return new Imports.Size(work.count, work.documents, work.batches);
    }

    /** The batch in hand. It ends only between documents, so that each batch can be checked and written by itself. */
    private final class Work<R extends Record> {

        private final ImportId id;
        private final Importer<R> importer;
        private final RowType<R> type;
        private final List<StagedRow> batch = new ArrayList<>();
        private final List<RowProblem> problems = new ArrayList<>();
        private @Nullable String key;
        private int begin;
        private int count;
        private int documents;
        private int batches;

        private Work(ImportId id, Importer<R> importer) {
            this.id = id;
            this.importer = importer;
            this.type = RowType.of(importer.row());
        }

        private void take(TableRow row) {
            count++;
            if (count > properties.maxRows()) {
                throw new InvalidInput(
                        "file", "import.too_long", "A file has at most " + properties.maxRows() + " rows.");
            }
            String next = row.text(importer.key());
            boolean same = importer.hasLines() && !next.isEmpty() && next.equals(key);
            if (!same) endDocument();
            key = next;
            if (batch.size() - begin == MOST_LINES) {
                problems.add(new RowProblem(
                        row.number(), "row", "row.excess", "A document has at most " + MOST_LINES + " lines."));
            }
            String payload = payload(row);
            if (batch.size() - begin <= MOST_LINES) {
                batch.add(new StagedRow(row.number(), documents, next, payload, false));
            }
        }

        private String payload(TableRow row) {
            return switch (type.read(row)) {
                case RowType.Bad<R> bad -> {
                    bad.problems()
                            .forEach(p -> problems.add(new RowProblem(row.number(), p.field(), p.code(), p.message())));
                    yield text(type.texts(row));
                }
                case RowType.Good<R> good -> {
                    for (ConstraintViolation<R> violation : validator.validate(good.value())) {
                        problems.add(problem(row.number(), violation));
                    }
                    yield text(good.value());
                }
            };
        }

        private void endDocument() {
            settle();
            documents++;
            if (batch.size() >= BATCH_ROWS) flush();
            begin = batch.size();
        }

        /** One wrong row refuses its whole document: half an invoice is worse than none. */
        private void settle() {
            if (begin == batch.size()) return;
            int first = batch.get(begin).number();
            if (problems.isEmpty() || problems.getLast().row() < first) return;
            for (int i = begin; i < batch.size(); i++) {
                StagedRow row = batch.get(i);
                batch.set(i, new StagedRow(row.number(), row.document(), row.key(), row.payload(), true));
            }
        }

        private void flush() {
            settle();
            if (batch.isEmpty()) return;
            batches++;
            rows.stage(id, batches, batch);
            rows.keep(id, problems);
            batch.clear();
            problems.clear();
            begin = 0;
        }
    }

    private static RowProblem problem(int row, ConstraintViolation<?> violation) {
        String constraint = violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
        return new RowProblem(
                row, violation.getPropertyPath().toString(), Problems.fieldCode(constraint), violation.getMessage());
    }

    private String text(Object row) {
        try {
            return json.writeValueAsString(row);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A row has no JSON form.", e);
        }
    }
}
