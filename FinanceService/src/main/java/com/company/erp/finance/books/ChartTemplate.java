package com.company.erp.finance.books;

import org.jspecify.annotations.Nullable;

/**
 * A chart of accounts to start from.
 *
 * @param name what to open the books with
 * @param country ISO 3166 code of the country it is made for; null for any
 */
public record ChartTemplate(String name, @Nullable String country, String title) {}
