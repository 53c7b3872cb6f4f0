package com.company.erp.web.pattern;

import org.jspecify.annotations.Nullable;

/**
 * A bar of a chart, with its figure beside it.
 *
 * @param share of the longest bar, 0 to 1
 * @param href where it leads
 */
public record Bar(
        String name, String value, double share, @Nullable String href, boolean late) {}
