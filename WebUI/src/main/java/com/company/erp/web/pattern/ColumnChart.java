package com.company.erp.web.pattern;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A column for each month from a line of zero, with its figure and the way to what it is made of. Across it goes by
 * shares of the width, in per cent, and down by pixels.
 *
 * @param zero where the line of zero stands, from the top
 * @param behind the same as a table
 */
public record ColumnChart(List<Column> columns, int height, double zero, Table behind) {

    private static final int HEIGHT = 150;
    private static final int FOR_WORDS = 22;
    private static final int ABOVE = 6;
    private static final int BELOW = 14;
    private static final int ALL = 100;
    private static final double FILLED = 0.64;

    /**
     * What a month has to show.
     *
     * @param title the month and its whole figure
     * @param brief the figure to a few digits
     * @param mark what the figure is held against
     */
    public record Figure(
            YearMonth month,
            String title,
            String brief,
            double value,
            @Nullable Double mark,
            boolean late,
            String href) {}

    /** @param across where it begins, and of its place how much it fills */
    public record Column(
            String month,
            Figure figure,
            Across across,
            double y,
            double height,
            @Nullable Double mark) {

        /** Where its figure stands: below what is below zero, else above the column and the mark. */
        public double figureY() {
            if (figure.value < 0) return y + height + BELOW;
            return (mark == null ? y : Math.min(y, mark)) - ABOVE;
        }
    }

    public record Across(double place, double placeWidth, double x, double width) {

        static Across of(int n, int all) {
            double place = (double) ALL / all;
            double width = place * FILLED;
            return new Across(n * place, place, n * place + (place - width) / 2, width);
        }

        public double middle() {
            return x + width / 2;
        }

        public double end() {
            return x + width;
        }
    }

    public static ColumnChart of(List<Figure> figures, Table behind, Texts texts) {
        double top = Math.max(0, values(figures).max(Double::compare).orElse(0.0));
        double bottom = Math.min(0, values(figures).min(Double::compare).orElse(0.0));
        double scale = HEIGHT / Math.max(top - bottom, 0.01);
        double zero = FOR_WORDS + top * scale;
        var columns = new ArrayList<Column>();
        for (Figure figure : figures) {
            double height = Math.abs(figure.value) * scale;
            columns.add(new Column(
                    month(figure.month, "LLL", texts),
                    figure,
                    Across.of(columns.size(), figures.size()),
                    figure.value < 0 ? zero : zero - height,
                    height,
                    figure.mark == null ? null : zero - figure.mark * scale));
        }
        return new ColumnChart(columns, HEIGHT + (bottom < 0 ? 3 : 2) * FOR_WORDS, zero, behind);
    }

    private static Stream<Double> values(List<Figure> figures) {
        return figures.stream().flatMap(figure -> Stream.of(figure.value, figure.mark == null ? 0 : figure.mark));
    }

    /** The name of a month by a pattern, in the reader's language. */
    public static String month(YearMonth month, String pattern, Texts texts) {
        return DateTimeFormatter.ofPattern(pattern, texts.locale())
                .localizedBy(texts.locale())
                .format(month);
    }
}
