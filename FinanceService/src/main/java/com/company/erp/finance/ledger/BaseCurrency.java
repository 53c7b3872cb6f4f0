package com.company.erp.finance.ledger;

import com.company.erp.platform.tenancy.Scope;
import java.util.Currency;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The currency in which a company keeps its books. It never changes once there are books, so it is read only once. */
@Component
public class BaseCurrency {

    private final JdbcClient jdbc;
    private final ConcurrentHashMap<UUID, Currency> known = new ConcurrentHashMap<>();

    BaseCurrency(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The base currency of the scope's company; inside a transaction. */
    public Currency current() {
        UUID company = Scope.company().value();
        Currency currency = known.get(company);
        if (currency != null) return currency;
        currency = jdbc.sql("SELECT base_currency FROM companies WHERE company_id = :company")
                .param("company", company)
                .query((row, n) -> Currency.getInstance(row.getString(1)))
                .single();
        boolean booksOpen = jdbc.sql("SELECT EXISTS (SELECT 1 FROM fiscal_years WHERE company_id = :company)")
                .param("company", company)
                .query(Boolean.class)
                .single();
        if (booksOpen) known.put(company, currency);
        return currency;
    }
}
