package com.company.erp.web.pattern;

import com.company.erp.kernel.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table: what it shows of each row.
 *
 * @param name of the field, which names its word and, if it is sortable, what the list sorts by
 * @param href where the value leads, if anywhere
 * @param extra whether it is shown only when it is asked for
 */
public record Column<T>(
        String name,
        Kind kind,
        Function<T, @Nullable Object> value,
        @Nullable Function<T, @Nullable String> href,
        boolean sortable,
        boolean extra) {

    record Price(BigDecimal amount, Currency currency) {}

    /** Stands for a word of the reader's language. */
    record Word(String name) {}

    Cell cell(T row, Texts texts) {
        Object shown = value.apply(row);
        String label = texts.field(name);
        String link = href == null ? null : href.apply(row);
        return switch (shown) {
            case null -> new Cell(kind, label, "", null, link, null);
            case Money money ->
                new Cell(kind, label, texts.amount(money), money.currency().getCurrencyCode(), link, null);
            case Price price -> new Cell(kind, label, texts.amount(price.amount(), price.currency()), null, link, null);
            case LocalDate date -> new Cell(kind, label, texts.date(date), null, link, null);
            case Instant moment -> new Cell(kind, label, texts.moment(moment), null, link, null);
            case Word word -> new Cell(kind, label, texts.constant(word.name()), null, link, null);
            case BigDecimal number -> new Cell(kind, label, texts.number(number), null, link, null);
            case Boolean yes -> new Cell(kind, label, yes ? texts.say("yes") : texts.say("no"), null, link, null);
            case Enum<?> constant ->
                new Cell(kind, label, texts.constant(constant), null, link, Cell.tone(constant.name()));
            default -> new Cell(kind, label, shown.toString(), null, link, null);
        };
    }
}
