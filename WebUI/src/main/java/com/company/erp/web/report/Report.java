package com.company.erp.web.report;

import com.company.erp.web.pattern.Cell;
import com.company.erp.web.pattern.Kind;
import com.company.erp.web.pattern.Screen;
import com.company.erp.web.pattern.Table.Head;
import com.company.erp.web.pattern.Texts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A report as it is shown.
 *
 * @param inputs the dates it can be asked for
 * @param compared what it is compared with; null for a report that compares with nothing
 * @param next where the lines go on
 */
record Report(
        String name,
        String title,
        String unit,
        List<Input> inputs,
        @Nullable String compared,
        List<Head> heads,
        List<Row> rows,
        @Nullable String next) {

    /** A date to choose, or what is handed on unseen. */
    record Input(String name, String type, String value) {}

    /** @param css heading, section or total; empty for a plain line */
    record Row(String css, int level, List<Cell> cells) {}

    /** Builds rows of figures in one currency. */
    static final class Rows {

        private final Texts texts;
        private final Currency currency;
        private final List<Row> rows = new ArrayList<>();

        Rows(Texts texts, Currency currency) {
            this.texts = texts;
            this.currency = currency;
        }

        Rows add(String css, int level, Cell... cells) {
            rows.add(new Row(css, level, List.of(cells)));
            return this;
        }

        Cell text(String label, @Nullable String text, @Nullable String href) {
            return new Cell(Kind.TEXT, texts.field(label), text == null ? "" : text, null, href, null);
        }

        Cell figure(String label, @Nullable BigDecimal amount, @Nullable String href) {
            return new Cell(Kind.MONEY, texts.field(label), texts.amount(amount, currency), null, href, null);
        }

        Cell unlessZero(String label, BigDecimal amount) {
            return figure(label, amount.signum() == 0 ? null : amount, null);
        }

        List<Row> all() {
            return rows;
        }
    }

    static Head text(String label, Texts texts) {
        return new Head(texts.field(label), Kind.TEXT, null, null);
    }

    static Head figure(String label, Texts texts) {
        return new Head(texts.field(label), Kind.MONEY, null, null);
    }

    static String show(
            Screen screen,
            String name,
            Currency currency,
            List<Input> inputs,
            @Nullable String compared,
            List<Head> heads,
            Rows rows,
            @Nullable String next) {
        String title = screen.texts().say("menu." + name);
        return screen.page(
                "report",
                new Report(name, title, currency.getCurrencyCode(), inputs, compared, heads, rows.all(), next));
    }

    static Input date(String name, @Nullable LocalDate date) {
        return new Input(name, "date", date == null ? "" : date.toString());
    }
}
