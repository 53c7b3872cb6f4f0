package com.company.erp.platform.imports;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/**
 * An import and what was wrong with its rows.
 *
 * @param problemCount all problems there are
 * @param problems the first thousand, by row; the rest is at {@code /api/imports/{id}/problems}
 */
public record ImportReport(@JsonUnwrapped ImportView view, long problemCount, List<RowProblem> problems) {}
