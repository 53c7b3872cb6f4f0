package com.company.erp.platform.web;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A table being written, row by row: text, numbers, booleans, dates, instants and nulls. */
interface ExportSheet extends Closeable {

    void header(List<String> names) throws IOException;

    void row(Stream<@Nullable Object> values) throws IOException;
}
