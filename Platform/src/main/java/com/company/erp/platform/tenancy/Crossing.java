package com.company.erp.platform.tenancy;

import com.company.erp.kernel.CompanyId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Steps from one company into another within the open transaction: the one exception to "a transaction belongs to a
 * company", needed where a company is founded. The work beyond uses plain SQL, since the persistence layer's session
 * stays where the transaction began; row-level security, audit and events are those of the company it works in.
 */
@Component
public class Crossing {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    Crossing(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /** Told before the company of a transaction changes: what is still to be written in it is written now. */
    public record Leaving(CompanyId company) {}

    public void into(CompanyId company, Runnable work) {
        CompanyId home = Scope.company();
        events.publishEvent(new Leaving(home));
        enter(company);
        Scope.cross(company, () -> {
            work.run();
            events.publishEvent(new Leaving(company));
        });
        enter(home);
    }

    private void enter(CompanyId company) {
        jdbc.sql("SELECT set_config('erp.company_id', :company, true)")
                .param("company", company.value().toString())
                .query(String.class)
                .single();
    }
}
