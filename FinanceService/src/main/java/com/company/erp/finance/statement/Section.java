package com.company.erp.finance.statement;

import com.company.erp.finance.chart.AccountId;
import com.company.erp.finance.chart.AccountType;
import com.company.erp.finance.statement.AccountSums.AccountRow;
import com.company.erp.finance.statement.AccountSums.Sums;
import com.company.erp.finance.statement.StatementLine.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The accounts of one type under their headings, in the order of codes. A heading stands in the section of the accounts
 * below it, and only when one of them has a figure.
 */
final class Section {

    private final AccountType type;
    private final Function<Sums, BigDecimal> measure;
    private final Span linked;
    private final @Nullable Span comparedLinked;
    private final Map<@Nullable AccountId, List<Node>> below = new HashMap<>();
    private final Figure total;

    /** An amount and what it is compared with. */
    record Figure(BigDecimal amount, BigDecimal compared) {

        Figure plus(Figure other) {
            return new Figure(amount.add(other.amount), compared.add(other.compared));
        }

        Figure minus(Figure other) {
            return new Figure(amount.subtract(other.amount), compared.subtract(other.compared));
        }
    }

    private record Node(AccountRow row, Figure figure) {}

    /**
     * @param linked the days whose postings a figure leads to
     * @param comparedLinked those of what it is compared with; null when it is compared with nothing
     */
    Section(
            AccountType type,
            List<AccountRow> chart,
            Function<Sums, BigDecimal> measure,
            Span linked,
            @Nullable Span comparedLinked,
            BigDecimal zero) {
        this.type = type;
        this.measure = measure;
        this.linked = linked;
        this.comparedLinked = comparedLinked;
        Map<AccountId, AccountRow> byId =
                chart.stream().collect(Collectors.toMap(AccountRow::account, Function.identity()));
        Map<AccountId, Figure> figures = new HashMap<>();
        Figure sum = new Figure(zero, zero);
        for (AccountRow account : chart) {
            if (account.type() != type || !account.postable()) continue;
            Figure figure = figure(account);
            if (figure.amount().signum() == 0 && figure.compared().signum() == 0) continue;
            sum = sum.plus(figure);
            for (AccountRow row = account; row != null; row = parent(row, byId)) {
                figures.merge(row.account(), figure, Figure::plus);
            }
        }
        this.total = sum;
        figures.forEach((id, figure) -> {
            AccountRow row = byId.get(id);
            if (row != null) {
                below.computeIfAbsent(row.parent(), p -> new ArrayList<>()).add(new Node(row, figure));
            }
        });
        below.values()
                .forEach(nodes ->
                        nodes.sort(Comparator.comparing(node -> node.row().code())));
    }

    private static @Nullable AccountRow parent(AccountRow row, Map<AccountId, AccountRow> byId) {
        return row.parent() == null ? null : byId.get(row.parent());
    }

    /** Signed so that what the section stands for grows. */
    private Figure figure(AccountRow account) {
        BigDecimal amount = measure.apply(account.sums());
        BigDecimal compared = measure.apply(account.compared());
        return type.debitIncreases() ? new Figure(amount, compared) : new Figure(amount.negate(), compared.negate());
    }

    Figure total() {
        return total;
    }

    /** The section from its name down, with the computed figures at its end. */
    List<StatementLine> lines(String name, List<Computed> computed) {
        Figure whole = computed.stream().map(Computed::figure).reduce(total, Figure::plus);
        var lines = new ArrayList<StatementLine>();
        lines.add(line(0, Kind.SECTION, null, name, whole, null, null));
        add(lines, null, 1);
        computed.forEach(c -> lines.add(line(1, Kind.COMPUTED, null, c.name, c.figure, c.lines, c.comparedLines)));
        return lines;
    }

    /** A figure that no account holds. */
    record Computed(
            String name,
            Figure figure,
            String lines,
            @Nullable String comparedLines) {}

    private void add(List<StatementLine> lines, @Nullable AccountId parent, int level) {
        for (Node node : below.getOrDefault(parent, List.of())) {
            AccountRow row = node.row();
            if (row.postable()) {
                String link = Links.lines(row.account(), linked);
                String comparedLink = comparedLinked == null ? null : Links.lines(row.account(), comparedLinked);
                lines.add(line(level, Kind.ACCOUNT, row, row.name(), node.figure(), link, comparedLink));
            } else {
                lines.add(line(level, Kind.HEADING, row, row.name(), node.figure(), null, null));
                add(lines, row.account(), level + 1);
            }
        }
    }

    private StatementLine line(
            int level,
            Kind kind,
            @Nullable AccountRow row,
            String name,
            Figure figure,
            @Nullable String link,
            @Nullable String comparedLink) {
        return new StatementLine(
                level,
                kind,
                row == null ? null : row.account(),
                row == null ? null : row.code(),
                name,
                figure.amount(),
                comparedLinked == null ? null : figure.compared(),
                link,
                comparedLink);
    }
}
