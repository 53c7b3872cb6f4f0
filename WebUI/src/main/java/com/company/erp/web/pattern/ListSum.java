package com.company.erp.web.pattern;

import java.util.List;

/**
 * What all rows of a list come to, as it is shown.
 *
 * @param single whether it is one row
 * @param rows how many there are, such as 10,000+
 */
public record ListSum(boolean single, String rows, List<Sum> sums) {

    /** One of the list's amounts, in each currency that it has. */
    public record Sum(String label, List<Amount> amounts) {}

    public record Amount(String text, String unit) {}
}
