package com.company.erp.platform.web;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A table on its way into a file; its rows hold what {@link ExportSheet} can write, in the order of the columns. */
public record ExportTable(List<String> columns, Stream<Stream<@Nullable Object>> rows) {}
