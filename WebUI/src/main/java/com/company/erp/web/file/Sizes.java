package com.company.erp.web.file;

import com.company.erp.web.pattern.Texts;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** How large a file is, in the unit that people know it by. */
final class Sizes {

    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

    private Sizes() {}

    static String said(long bytes, Texts texts) {
        BigDecimal kilobytes = BigDecimal.valueOf(Math.max(bytes, 100)).divide(THOUSAND, 1, RoundingMode.HALF_UP);
        if (kilobytes.compareTo(THOUSAND) < 0) return texts.number(kilobytes) + " kB";
        return texts.number(kilobytes.divide(THOUSAND, 1, RoundingMode.HALF_UP)) + " MB";
    }
}
