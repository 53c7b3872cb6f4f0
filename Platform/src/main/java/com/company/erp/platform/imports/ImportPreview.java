package com.company.erp.platform.imports;

import com.company.erp.platform.table.TableStart;
import java.util.List;
import java.util.Set;

/**
 * How a file begins, and which columns its import knows.
 *
 * @param required those without which nothing is imported
 */
public record ImportPreview(TableStart start, List<String> columns, Set<String> required) {}
