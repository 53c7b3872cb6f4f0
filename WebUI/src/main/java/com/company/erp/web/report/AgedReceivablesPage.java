package com.company.erp.web.report;

import com.company.erp.finance.receivables.Receivables;
import com.company.erp.finance.receivables.Receivables.AgedReport;
import com.company.erp.web.pattern.Cell;
import com.company.erp.web.pattern.Screen;
import com.company.erp.web.pattern.Texts;
import com.company.erp.web.report.Report.Rows;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class AgedReceivablesPage {

    private final Receivables receivables;

    AgedReceivablesPage(Receivables receivables) {
        this.receivables = receivables;
    }

    @GetMapping("/reports/aged-receivables")
    String aged(@RequestParam(required = false) @Nullable LocalDate on, Screen screen) {
        LocalDate date = on == null ? screen.today() : on;
        AgedReport aged = receivables.aged(date);
        Texts texts = screen.texts();
        Currency currency = aged.total().currency();
        Rows rows = new Rows(texts, currency);
        aged.customers()
                .forEach(row -> rows.add(
                        "",
                        0,
                        rows.text(
                                "customer",
                                row.name(),
                                "/invoices?customer=" + row.customer().value()),
                        rows.unlessZero("notDue", row.notDue().amount()),
                        rows.unlessZero("days1To30", row.days1To30().amount()),
                        rows.unlessZero("days31To60", row.days31To60().amount()),
                        rows.unlessZero("days61To90", row.days61To90().amount()),
                        rows.unlessZero("over90", row.over90().amount()),
                        rows.figure("total", row.total().amount(), null)));
        rows.add(
                "total",
                0,
                rows.text("customer", texts.say("report.total"), null),
                sum(
                        rows,
                        "notDue",
                        aged.customers().stream().map(r -> r.notDue().amount()).toList()),
                sum(
                        rows,
                        "days1To30",
                        aged.customers().stream()
                                .map(r -> r.days1To30().amount())
                                .toList()),
                sum(
                        rows,
                        "days31To60",
                        aged.customers().stream()
                                .map(r -> r.days31To60().amount())
                                .toList()),
                sum(
                        rows,
                        "days61To90",
                        aged.customers().stream()
                                .map(r -> r.days61To90().amount())
                                .toList()),
                sum(
                        rows,
                        "over90",
                        aged.customers().stream().map(r -> r.over90().amount()).toList()),
                rows.figure("total", aged.total().amount(), null));
        var heads = new ArrayList<>(List.of(Report.text("customer", texts)));
        for (String name : List.of("notDue", "days1To30", "days31To60", "days61To90", "over90", "total")) {
            heads.add(Report.figure(name, texts));
        }
        return Report.show(
                screen, "aged-receivables", currency, List.of(Report.date("on", date)), null, heads, rows, null);
    }

    private static Cell sum(Rows rows, String label, List<BigDecimal> amounts) {
        return rows.figure(label, amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add), null);
    }
}
