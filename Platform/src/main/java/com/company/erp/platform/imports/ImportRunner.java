package com.company.erp.platform.imports;

import com.company.erp.kernel.DocumentRef;
import com.company.erp.kernel.ErpException;
import com.company.erp.platform.audit.AuditLog;
import com.company.erp.platform.events.Outbox;
import com.company.erp.platform.web.DatabaseRefusal;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Checks and writes what is staged, batch by batch. Within a request all of it joins the request's transaction; in the
 * background each batch is checked in one of its own, and written in one of its own or, in mode atomic, in one for all.
 */
@Component
class ImportRunner {

    private final Imports imports;
    private final ImportRows rows;
    private final AuditLog audit;
    private final Outbox outbox;
    private final ObjectMapper json;
    private final EntityManager entities;
    private final TransactionTemplate transaction;

    ImportRunner(
            Imports imports,
            ImportRows rows,
            AuditLog audit,
            Outbox outbox,
            ObjectMapper json,
            EntityManager entities,
            PlatformTransactionManager transactions) {
        this.imports = imports;
        this.rows = rows;
        this.audit = audit;
        this.outbox = outbox;
        this.json = json;
        this.entities = entities;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Thrown between two batches of an import that somebody has cancelled. */
    static final class Cancelled extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** @param progress hears how many per cent are done */
    <R extends Record> void run(Importer<R> importer, Imports.Wish wish, Imports.Size size, IntConsumer progress) {
        ImportId id = wish.id();
        transact(() -> imports.running(id));
        for (int batch = 1; batch <= size.batches(); batch++) {
            int current = batch;
            transact(() -> check(importer, id, current));
            progress.accept(batch * 50 / size.batches());
        }
        int refused = countRefused(id, size.rows());
        if (wish.dryRun()) {
            transact(() -> end(id, ImportState.DONE, null, null));
        } else if (wish.mode() == ImportMode.SKIP) {
            writeGood(importer, id, size, progress);
        } else if (refused > 0) {
            String failure = "Rows are refused: " + refused + ". Nothing was imported.";
            transact(() -> end(id, ImportState.FAILED, "import.refused", failure));
        } else {
            transact(() -> writeAll(importer, id, size, progress));
        }
    }

    private int countRefused(ImportId id, int all) {
        var refused = new int[1];
        transact(() -> {
            refused[0] = all - rows.countGood(id);
            imports.refused(id, refused[0]);
        });
        return refused[0];
    }

    private <R extends Record> void check(Importer<R> importer, ImportId id, int batch) {
        stopIfCancelled(id);
        rows.planForMany();
        List<ImportDocument<R>> documents = documents(importer, id, batch);
        if (documents.isEmpty()) return;
        var refusals = new Refusals();
        importer.check(documents, refusals);
        if (refusals.problems().isEmpty()) return;
        rows.keep(id, refusals.problems());
        rows.refuse(
                id,
                batch,
                documents.stream()
                        .filter(refusals::has)
                        .flatMap(document -> document.rows().stream())
                        .map(ImportRow::number));
    }

    /** All in one transaction. The importer's last step comes last, since others may wait for what it locks. */
    private <R extends Record> void writeAll(
            Importer<R> importer, ImportId id, Imports.Size size, IntConsumer progress) {
        rows.planForMany();
        var session = new ImportSession(id);
        for (int batch = 1; batch <= size.batches(); batch++) {
            stopIfCancelled(id);
            importer.write(documents(importer, id, batch), session);
            letGo();
            progress.accept(50 + batch * 49 / size.batches());
        }
        imports.written(id, size.rows());
        end(id, ImportState.DONE, null, null);
        letGo();
        importer.finish(session);
    }

    private <R extends Record> void writeGood(
            Importer<R> importer, ImportId id, Imports.Size size, IntConsumer progress) {
        for (int batch = 1; batch <= size.batches(); batch++) {
            int current = batch;
            List<ImportDocument<R>> documents = new ArrayList<>();
            transact(() -> {
                stopIfCancelled(id);
                documents.addAll(documents(importer, id, current));
            });
            writeBatch(importer, id, current, documents);
            progress.accept(50 + batch * 49 / size.batches());
        }
        transact(() -> end(id, ImportState.DONE, null, null));
    }

    /** When one document of a batch is refused after all, the others are written one by one. */
    private <R extends Record> void writeBatch(
            Importer<R> importer, ImportId id, int batch, List<ImportDocument<R>> documents) {
        if (documents.isEmpty()) return;
        try {
            transact(() -> write(importer, id, documents));
        } catch (RuntimeException e) {
            ErpException refusal = DatabaseRefusal.orSelf(e);
            if (refusal == null || TransactionSynchronizationManager.isActualTransactionActive()) throw e;
            if (documents.size() > 1) {
                documents.forEach(document -> writeBatch(importer, id, batch, List.of(document)));
            } else {
                transact(() -> refuseLate(id, batch, documents.getFirst(), refusal));
            }
        }
    }

    private <R extends Record> void write(Importer<R> importer, ImportId id, List<ImportDocument<R>> documents) {
        rows.planForMany();
        var session = new ImportSession(id);
        importer.write(documents, session);
        imports.written(id, documents.stream().mapToInt(d -> d.rows().size()).sum());
        letGo();
        importer.finish(session);
    }

    private void refuseLate(ImportId id, int batch, ImportDocument<?> document, ErpException refusal) {
        var refusals = new Refusals();
        refusals.refuse(document.first(), refusal);
        rows.keep(id, refusals.problems());
        rows.refuse(id, batch, document.rows().stream().map(ImportRow::number));
        imports.refusedLate(id, document.rows().size());
    }

    /** Writes out what the transaction holds in memory, and forgets it: an import may be longer than the memory. */
    private void letGo() {
        entities.flush();
        entities.clear();
        audit.flush();
        outbox.flush();
    }

    private void stopIfCancelled(ImportId id) {
        if (imports.cancelRequested(id)) throw new Cancelled();
    }

    void fail(ImportId id, String code, String failure) {
        transact(() -> end(id, ImportState.FAILED, code, failure));
    }

    void cancel(ImportId id) {
        transact(() -> end(id, ImportState.CANCELLED, null, null));
    }

    private void end(ImportId id, ImportState state, @Nullable String code, @Nullable String failure) {
        rows.deleteGood(id);
        imports.ended(id, state, code, failure);
        audit.record(new DocumentRef("import", id), "end", Map.of("state", state));
    }

    private <R extends Record> List<ImportDocument<R>> documents(Importer<R> importer, ImportId id, int batch) {
        var documents = new LinkedHashMap<Integer, List<ImportRow<R>>>();
        for (StagedRow row : rows.good(id, batch)) {
            documents
                    .computeIfAbsent(row.document(), d -> new ArrayList<>())
                    .add(new ImportRow<>(row.number(), value(importer, row)));
        }
        return documents.values().stream().map(ImportDocument::new).toList();
    }

    private <R extends Record> R value(Importer<R> importer, StagedRow row) {
        try {
            return json.readValue(row.payload(), importer.row());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A staged row cannot be read back.", e);
        }
    }

    private void transact(Runnable work) {
        transaction.executeWithoutResult(status -> work.run());
    }
}
