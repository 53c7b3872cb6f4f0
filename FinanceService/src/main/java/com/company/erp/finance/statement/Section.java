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
    private final boolean isCompared;
    private final Span linked;
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

    /** @param linked the days whose postings a figure leads to */
    Section(
            AccountType type,
            List<AccountRow> chart,
            Function<Sums, BigDecimal> measure,
            boolean isCompared,
            Span linked,
            BigDecimal zero) {
        this.type = type;
        this.measure = measure;
        this.isCompared = isCompared;
        this.linked = linked;
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
        lines.add(line(0, Kind.SECTION, null, name, whole, null));
        add(lines, null, 1);
        computed.forEach(c -> lines.add(line(1, Kind.COMPUTED, null, c.name, c.figure, c.lines)));
        return lines;
    }

    /** A figure that no account holds. */
    record Computed(String name, Figure figure, String lines) {}

    private void add(List<StatementLine> lines, @Nullable AccountId parent, int level) {
        for (Node node : below.getOrDefault(parent, List.of())) {
            AccountRow row = node.row();
            if (row.postable()) {
                String link = Links.lines(row.account(), linked);
                lines.add(line(level, Kind.ACCOUNT, row, row.name(), node.figure(), link));
            } else {
                lines.add(line(level, Kind.HEADING, row, row.name(), node.figure(), null));
                add(lines, row.account(), level + 1);
            }
        }
    }

    private StatementLine line(
            int level, Kind kind, @Nullable AccountRow row, String name, Figure figure, @Nullable String link) {
        return new StatementLine(
                level,
                kind,
                row == null ? null : row.account(),
                row == null ? null : row.code(),
                name,
                figure.amount(),
                isCompared ? figure.compared() : null,
                link);
    }
}
