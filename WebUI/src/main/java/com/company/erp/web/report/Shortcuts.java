package com.company.erp.web.report;

import com.company.erp.finance.fiscal.FiscalYears;
import com.company.erp.finance.fiscal.FiscalYears.YearView;
import com.company.erp.finance.statement.Span;
import com.company.erp.kernel.Forbidden;
import com.company.erp.web.pattern.Texts;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Spans that reports are asked for again and again, by name: months, quarters and fiscal years. */
@Component
class Shortcuts {

    private static final int YEARS = 3;
    private static final int MONTHS_OF_QUARTER = 3;

    private final FiscalYears years;

    Shortcuts(FiscalYears years) {
        this.years = years;
    }

    Map<String, Span> at(LocalDate today, Texts texts) {
        Map<String, Span> spans = new LinkedHashMap<>();
        YearMonth month = YearMonth.from(today);
        YearMonth quarter = YearMonth.from(today.with(IsoFields.DAY_OF_QUARTER, 1));
        spans.put(texts.say("span.month"), months(month, 1));
        spans.put(texts.say("span.last-month"), months(month.minusMonths(1), 1));
        spans.put(texts.say("span.quarter"), months(quarter, MONTHS_OF_QUARTER));
        spans.put(texts.say("span.last-quarter"), months(quarter.minusMonths(MONTHS_OF_QUARTER), MONTHS_OF_QUARTER));
        fiscalYears().stream()
                .filter(year -> !year.startsOn().isAfter(today))
                .limit(YEARS)
                .forEach(year ->
                        spans.put(texts.say("span.year", year.label()), new Span(year.startsOn(), year.endsOn())));
        return spans;
    }

    private static Span months(YearMonth first, int count) {
        return new Span(first.atDay(1), first.plusMonths(count - 1L).atEndOfMonth());
    }

    /** The latest first; whoever may not see them does without. */
    private List<YearView> fiscalYears() {
        try {
            return years.list().reversed();
        } catch (Forbidden e) {
            return List.of();
        }
    }
}
