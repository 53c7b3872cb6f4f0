package com.company.erp.platform.web;

import com.company.erp.kernel.Money;
import java.util.List;
import java.util.Map;

/**
 * What all rows of a list come to, exactly up to {@link #COUNTED} of them.
 *
 * @param rows how many there are, or the number up to which they are counted
 * @param more whether there are still more, and the sums are left out
 * @param sums of its amounts, by the name of the field and then by currency
 */
public record ListTotals(long rows, boolean more, Map<String, List<Money>> sums) {

    public static final int COUNTED = 10_000;
}
