package com.company.erp.platform.imports;

import com.company.erp.kernel.ErpException;
import com.company.erp.kernel.FieldProblem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Collects what is wrong with the rows of a batch. */
public final class Refusals {

    private final List<RowProblem> problems = new ArrayList<>();
    private final Set<Integer> rows = new HashSet<>();

    Refusals() {}

    /**
     * @param field the column to blame
     * @param code stable, noun.reason
     * @param message a sentence that says the rule
     */
    public void refuse(ImportRow<?> row, String field, String code, String message) {
        rows.add(row.number());
        problems.add(new RowProblem(row.number(), field, code, message));
    }

    /** Refuses a row for what a rule of the feature said about it. */
    public void refuse(ImportRow<?> row, ErpException refusal) {
        if (refusal.problems().isEmpty()) {
            refuse(row, "row", refusal.code(), String.valueOf(refusal.getMessage()));
        }
        for (FieldProblem problem : refusal.problems()) {
            refuse(row, problem.field(), problem.code(), problem.message());
        }
    }

    /** Applies a rule of the feature to a row; the refusal it throws is the row's. */
    public void test(ImportRow<?> row, Runnable rule) {
        try {
            rule.run();
        } catch (ErpException refusal) {
            refuse(row, refusal);
        }
    }

    boolean has(ImportDocument<?> document) {
        return document.rows().stream().anyMatch(row -> rows.contains(row.number()));
    }

    List<RowProblem> problems() {
        return problems;
    }
}
