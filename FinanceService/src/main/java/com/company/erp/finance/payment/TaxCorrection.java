package com.company.erp.finance.payment;

import com.company.erp.finance.chart.AccountId;
import com.company.erp.finance.ledger.TaxMark;
import com.company.erp.kernel.Money;
import com.company.erp.platform.tenancy.Scope;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Splits what is let go of a document into net and tax, in the proportions in which the document was posted: when the
 * price falls after the supply, the taxable amount falls with it (Council Directive 2006/112/EC, article 90).
 */
@Component
class TaxCorrection {

    private final JdbcClient jdbc;

    TaxCorrection(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A part of what is let go: under one tax code, or under none; tax has the account that it was posted to. */
    record Part(
            Money amount, @Nullable TaxMark mark, @Nullable AccountId taxAccount) {}

    private record Marked(
            UUID taxCode, TaxMark.TaxRole role, @Nullable UUID account, BigDecimal amount) {}

    /**
     * The parts of an amount of the document's gross. Each part is rounded half up; what rounding leaves goes to the
     * largest net part, so that the parts add up to the amount.
     */
    List<Part> split(UUID document, Money letGo) {
        List<Marked> posted = posted(document);
        BigDecimal gross = posted.stream().map(Marked::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        List<Part> parts = new ArrayList<>();
        if (gross.signum() == 0) return List.of(new Part(letGo, null, null));
        Money left = letGo;
        int largest = 0;
        for (Marked marked : posted) {
            Money share = share(letGo, marked.amount, gross);
            left = left.minus(share);
            var account =
                    marked.role == TaxMark.TaxRole.TAX && marked.account != null ? new AccountId(marked.account) : null;
            parts.add(new Part(share, new TaxMark(marked.taxCode, marked.role), account));
            boolean base = marked.role == TaxMark.TaxRole.BASE;
            if (base && share.abs().isGreaterThan(parts.get(largest).amount().abs())) largest = parts.size() - 1;
        }
        Part taker = parts.get(largest);
        parts.set(largest, new Part(taker.amount().plus(left), taker.mark(), taker.taxAccount()));
        return parts;
    }

    private static Money share(Money whole, BigDecimal part, BigDecimal gross) {
        Currency currency = whole.currency();
        BigDecimal share =
                whole.amount().multiply(part).divide(gross, Money.minorUnits(currency), RoundingMode.HALF_UP);
        return new Money(share, currency);
    }

    /** What the document posted under tax codes, net first; positive for what the customer owes. */
    private List<Marked> posted(UUID document) {
        return jdbc.sql("""
                        SELECT l.tax_code_id AS tax_code, l.tax_role AS role,
                               CASE WHEN l.tax_role = 'TAX' THEN l.account_id END AS account, -sum(l.amount) AS amount
                        FROM entries e JOIN entry_lines l ON l.company_id = e.company_id AND l.entry_id = e.id
                        WHERE e.company_id = :company AND e.document_id = :document AND l.tax_code_id IS NOT NULL
                        GROUP BY 1, 2, 3 HAVING sum(l.amount) <> 0 ORDER BY 2, 4 DESC, 1""")
                .param("company", Scope.company().value())
                .param("document", document)
                .query(Marked.class)
                .list();
    }
}
