package com.company.erp.web.home;

import com.company.erp.finance.statement.Overview;
import com.company.erp.web.pattern.Texts;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Sales by month as columns from zero, each with its figure and the way to what it is made of.
 *
 * @param zero where the line of zero stands, from the top
 */
record SalesChart(List<Bar> bars, String unit, int width, int height, double zero) {

    private static final int STEP = 60;
    private static final int GAP = 14;
    private static final int HEIGHT = 150;
    private static final int FOR_WORDS = 22;

    /**
     * @param month short, as the chart shows it
     * @param title the month and its whole figure
     * @param brief the figure to a few digits
     */
    record Bar(
            String month,
            String title,
            String amount,
            String brief,
            String href,
            double x,
            double y,
            double height,
            boolean below) {

        public double middle() {
            return x + (STEP - GAP) / 2.0;
        }
    }

    static SalesChart of(Overview overview, Texts texts) {
        double most =
                amounts(overview).mapToDouble(BigDecimal::doubleValue).max().orElse(0);
        double least =
                amounts(overview).mapToDouble(BigDecimal::doubleValue).min().orElse(0);
        double top = Math.max(0, most);
        double range = Math.max(top - Math.min(0, least), 0.01);
        double zero = FOR_WORDS + HEIGHT * top / range;
        var bars = new ArrayList<Bar>();
        for (Overview.Month sales : overview.sales()) bars.add(bar(sales, bars.size(), zero, range, texts));
        return new SalesChart(
                bars,
                overview.cash().currency().getCurrencyCode(),
                bars.size() * STEP,
                HEIGHT + 2 * FOR_WORDS + (least < 0 ? FOR_WORDS : 0),
                zero);
    }

    private static Stream<BigDecimal> amounts(Overview overview) {
        return overview.sales().stream().map(month -> month.amount().amount());
    }

    private static Bar bar(Overview.Month sales, int place, double zero, double range, Texts texts) {
        double amount = sales.amount().amount().doubleValue();
        double height = HEIGHT * Math.abs(amount) / range;
        YearMonth month = YearMonth.from(sales.startsOn());
        String figure = texts.amount(sales.amount());
        return new Bar(
                named(month, "LLL", texts.locale()),
                named(month, "LLLL y", texts.locale()) + ": " + figure,
                figure,
                brief(amount, texts.locale()),
                "/reports/income-statement?from=" + month.atDay(1) + "&to=" + month.atEndOfMonth(),
                place * STEP + GAP / 2.0,
                amount < 0 ? zero : zero - height,
                height,
                amount < 0);
    }

    private static String named(YearMonth month, String pattern, Locale locale) {
        return DateTimeFormatter.ofPattern(pattern, locale).localizedBy(locale).format(month);
    }

    private static String brief(double amount, Locale locale) {
        if (amount == 0) return "";
        NumberFormat format = NumberFormat.getCompactNumberInstance(locale, NumberFormat.Style.SHORT);
        format.setMaximumFractionDigits(Math.abs(amount) < 100_000 ? 1 : 0);
        return format.format(amount);
    }
}
