package com.company.erp.finance.statement;

import com.company.erp.finance.chart.AccountId;

/** Where the postings behind a figure are listed. */
final class Links {

    private Links() {}

    static String lines(AccountId account, Span span) {
        return "/api/reports/general-ledger?account=" + account.value() + dates(span, "&");
    }

    static String result(Span span) {
        return "/api/reports/income-statement" + dates(span, "?");
    }

    private static String dates(Span span, String separator) {
        String from = span.from() == null ? "" : "from=" + span.from() + "&";
        return separator + from + "to=" + span.to();
    }
}
