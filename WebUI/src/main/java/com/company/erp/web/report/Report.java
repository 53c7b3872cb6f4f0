package com.company.erp.web.report;

import com.company.erp.finance.statement.Span;
import com.company.erp.kernel.Money;
import com.company.erp.web.pattern.Address;
import com.company.erp.web.pattern.Cell;
import com.company.erp.web.pattern.Kind;
import com.company.erp.web.pattern.Screen;
import com.company.erp.web.pattern.Table.Head;
import com.company.erp.web.pattern.Texts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A report as it is shown: what it was asked for, and rows of figures. It is filled from the top. */
final class Report {

    /** Those that lead to one account or customer. */
    private static final Set<String> OTHERS =
            Set.of("trial-balance", "balance-sheet", "income-statement", "general-ledger", "aged-receivables");

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final String name;
    private final String title;
    private final List<Currency> currencies;
    private final Screen screen;
    private final Texts texts;
    private final Map<String, @Nullable LocalDate> dates = new LinkedHashMap<>();
    private final Map<String, String> kept = new LinkedHashMap<>();
    private final List<Shortcut> shortcuts = new ArrayList<>();
    private final List<Head> heads = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private @Nullable Comparison comparison;
    private @Nullable Way back;
    private @Nullable String next;

    /** Where a click leads. */
    record Way(String href, String label) {}

    record Shortcut(String label, String href, boolean chosen) {}

    /** @param css heading, section or total; empty for a plain line */
    record Row(String css, int level, boolean folds, List<Cell> cells) {}

    private Report(String name, String title, List<Currency> currencies, Screen screen) {
        this.name = name;
        this.title = title;
        this.currencies = currencies;
        this.screen = screen;
        this.texts = screen.texts();
    }

    static Report of(String name, Currency currency, Screen screen) {
        return new Report(name, screen.texts().say("menu." + name), List.of(currency), screen);
    }

    /** About one account or customer. */
    static Report about(String name, String title, List<Currency> currencies, Screen screen) {
        return new Report(name, title, currencies, screen);
    }

    // --- What it is asked for ---

    Report on(LocalDate date, Map<String, Span> spans) {
        dates.put("on", date);
        spans.forEach((label, span) -> {
            LocalDate end = earlier(span.to());
            shortcuts.add(new Shortcut(label, here().with("on", end.toString()).toString(), end.equals(date)));
        });
        return this;
    }

    Report between(@Nullable LocalDate from, LocalDate to, Map<String, Span> spans) {
        dates.put("from", from);
        dates.put("to", to);
        spans.forEach((label, span) -> {
            String href = here().with("from", String.valueOf(span.from()))
                    .with("to", span.to().toString())
                    .toString();
            shortcuts.add(new Shortcut(label, href, span.equals(new Span(from, to))));
        });
        return this;
    }

    /** What will be is not asked for of a day. */
    private LocalDate earlier(LocalDate date) {
        return date.isAfter(screen.today()) ? screen.today() : date;
    }

    Report comparedWith(Comparison wanted) {
        comparison = wanted;
        return this;
    }

    /** What the form hands on unseen. */
    Report keeping(String parameter, String value) {
        kept.put(parameter, value);
        return this;
    }

    /** The way back: to the report that led here, or where the page usually is come from. */
    Report back(String href, String label) {
        String report = screen.cameFrom("/reports/");
        String last = report == null ? "" : report.replaceFirst("^/reports/([a-z-]+).*$", "$1");
        if (report == null || !OTHERS.contains(last)) {
            back = new Way(href, label);
            return this;
        }
        back = new Way(report, texts.say("menu." + last));
        return keeping("back", report);
    }

    /** Where the lines go on. */
    Report goesOn(@Nullable String after) {
        next = after == null ? null : here().with("after", after).toString();
        return this;
    }

    // --- Heads ---

    Report head(String... labels) {
        for (String label : labels) heads.add(new Head(texts.field(label), Kind.TEXT, null, null));
        return this;
    }

    Report figures(String... labels) {
        for (String label : labels) named(texts.field(label));
        return this;
    }

    /** The figure itself, and when it is compared, what with, how it changed and by how many per cent. */
    Report figures(String label, Span span, @Nullable Span compared) {
        if (compared == null) return figures(label);
        return named(said(span)).named(said(compared)).figures("change").named("%");
    }

    private Report named(String label) {
        heads.add(new Head(label, Kind.MONEY, null, null));
        return this;
    }

    private String said(Span span) {
        String to = texts.date(span.to());
        return span.from() == null ? to : texts.date(span.from()) + " – " + to;
    }

    // --- Rows ---

    Report row(String css, int level, List<Cell> cells) {
        rows.add(new Row(css, level, false, cells));
        return this;
    }

    Report row(String css, Cell... cells) {
        return row(css, 0, List.of(cells));
    }

    Cell text(@Nullable String text, @Nullable String href) {
        return new Cell(Kind.TEXT, "", text == null ? "" : text, null, href, null);
    }

    Cell text(@Nullable String text) {
        return text(text, null);
    }

    Cell figure(@Nullable BigDecimal amount, @Nullable String href) {
        return new Cell(Kind.MONEY, "", texts.amount(amount, currencies.getFirst()), null, href, null);
    }

    Cell figure(@Nullable BigDecimal amount) {
        return figure(amount, null);
    }

    /** In its own currency. */
    Cell money(Money money) {
        return new Cell(Kind.MONEY, "", texts.amount(money), null, null, null);
    }

    Cell unlessZero(BigDecimal amount, @Nullable String href) {
        return amount.signum() == 0 ? figure(null) : figure(amount, href);
    }

    /** What the figure is compared with, how it changed and by how many per cent. */
    List<Cell> change(BigDecimal amount, BigDecimal compared, @Nullable String href) {
        BigDecimal change = amount.subtract(compared);
        String percent = compared.signum() == 0
                ? ""
                : texts.number(change.multiply(HUNDRED).divide(compared.abs(), 1, RoundingMode.HALF_UP));
        return List.of(
                unlessZero(compared, href),
                unlessZero(change, null),
                new Cell(Kind.MONEY, "", percent, null, null, null));
    }

    // --- What the template shows ---

    String show() {
        return screen.page(screen.isFragment() && here().get("after") != null ? "report :: rows" : "report", this);
    }

    private Address here() {
        return screen.address();
    }

    public String name() {
        return name;
    }

    public String title() {
        return title;
    }

    public String unit() {
        return currencies.stream().map(Currency::getCurrencyCode).collect(Collectors.joining(" · "));
    }

    public @Nullable Way back() {
        return back;
    }

    public Map<String, @Nullable LocalDate> dates() {
        return dates;
    }

    public Map<String, String> kept() {
        return kept;
    }

    public List<Shortcut> shortcuts() {
        return shortcuts;
    }

    public @Nullable Comparison comparison() {
        return comparison;
    }

    public List<Head> heads() {
        return heads;
    }

    /** A row folds away what stands deeper below it. */
    public List<Row> rows() {
        var shown = new ArrayList<Row>();
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            boolean folds = i + 1 < rows.size() && rows.get(i + 1).level > row.level;
            shown.add(new Row(row.css, row.level, folds, row.cells));
        }
        return shown;
    }

    public boolean folds() {
        return rows.stream().anyMatch(row -> row.level > 0);
    }

    public @Nullable String next() {
        return next;
    }

    public String file(String format) {
        Address file = here().at(here().path() + "/export")
                .without("after")
                .without("back")
                .with("format", format);
        for (var date : dates.entrySet()) {
            if (date.getValue() != null)
                file = file.with(date.getKey(), date.getValue().toString());
        }
        return file.toString();
    }

    /** For paper, where no form says it. */
    public String asked() {
        LocalDate from = dates.get("from");
        LocalDate to = dates.containsKey("to") ? dates.get("to") : dates.get("on");
        return (from == null ? "" : texts.date(from) + " – ") + texts.date(to);
    }
}
