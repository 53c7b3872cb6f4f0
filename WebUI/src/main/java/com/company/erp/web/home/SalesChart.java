package com.company.erp.web.home;

import com.company.erp.finance.statement.Overview;
import com.company.erp.kernel.Money;
import com.company.erp.web.pattern.ColumnChart;
import com.company.erp.web.pattern.ColumnChart.Figure;
import com.company.erp.web.pattern.Columns;
import com.company.erp.web.pattern.Texts;
import java.text.NumberFormat;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;

/** Sales by month. */
final class SalesChart {

    private SalesChart() {}

    private record Sales(YearMonth month, String name, Money amount) {

        private String href() {
            return "/reports/income-statement?from=" + month.atDay(1) + "&to=" + month.atEndOfMonth();
        }

        private Figure figure(Texts texts) {
            double value = amount.amount().doubleValue();
            String title = name + ": " + texts.amount(amount);
            return new Figure(month, title, brief(value, texts.locale()), value, null, value < 0, href());
        }
    }

    static ColumnChart of(Overview overview, Texts texts) {
        List<Sales> all =
                overview.sales().stream().map(sales -> sales(sales, texts)).toList();
        var behind = Columns.<Sales>begin()
                .link("month", Sales::name, Sales::href)
                .money("amount", Sales::amount)
                .table("sales", all, texts);
        return ColumnChart.of(all.stream().map(sales -> sales.figure(texts)).toList(), behind, texts);
    }

    private static Sales sales(Overview.Month sales, Texts texts) {
        YearMonth month = YearMonth.from(sales.startsOn());
        return new Sales(month, ColumnChart.month(month, "LLLL y", texts), sales.amount());
    }

    private static String brief(double amount, Locale locale) {
        if (amount == 0) return "";
        NumberFormat format = NumberFormat.getCompactNumberInstance(locale, NumberFormat.Style.SHORT);
        format.setMaximumFractionDigits(Math.abs(amount) < 100_000 ? 1 : 0);
        return format.format(amount);
    }
}
