package com.company.erp.platform.imports;

import com.company.erp.kernel.RuleViolation;
import com.company.erp.masterdata.unit.UnitBook;
import com.company.erp.masterdata.unit.UnitDraft;
import jakarta.validation.constraints.NotBlank;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/**
 * A resource of the tests: documents with lines, each of which becomes a unit named after its lines. The note says what
 * is to happen to the document.
 */
@Component
class GadgetImporter implements Importer<GadgetImporter.Row> {

    record Row(@NotBlank String gadget, String line, String note) {}

    private static final class Count {
        private int documents;
    }

    /** Documents that the transactions finished had, for the test to look at. */
    final AtomicInteger finishes = new AtomicInteger();

    final AtomicInteger finished = new AtomicInteger();

    private final UnitBook units;

    GadgetImporter(UnitBook units) {
        this.units = units;
    }

    @Override
    public String resource() {
        return "gadgets";
    }

    @Override
    public String permission() {
        return "unit.create";
    }

    @Override
    public Class<Row> row() {
        return Row.class;
    }

    @Override
    public String key() {
        return "gadget";
    }

    @Override
    public boolean hasLines() {
        return true;
    }

    @Override
    public void check(List<ImportDocument<Row>> documents, Refusals refusals) {
        for (var document : documents) {
            for (var row : document.rows()) {
                if ("bad".equals(row.value().note())) refusals.refuse(row, "note", "gadget.bad", "It is bad.");
            }
        }
    }

    @Override
    public void write(List<ImportDocument<Row>> documents, ImportSession session) {
        for (var document : documents) {
            Row first = document.value();
            if ("late".equals(first.note())) throw new RuleViolation("gadget.late", "Somebody was quicker.");
            if ("broken".equals(first.note())) throw new IllegalStateException("A fault of ours.");
            String lines =
                    document.rows().stream().map(row -> row.value().line()).reduce("", String::concat);
            units.create(new UnitDraft(first.gadget(), lines, null));
            session.kept(Count.class, Count::new).documents++;
        }
    }

    @Override
    public void finish(ImportSession session) {
        finishes.incrementAndGet();
        finished.addAndGet(session.kept(Count.class, Count::new).documents);
    }
}
