package com.company.erp.masterdata.company;

import com.company.erp.kernel.CompanyId;
import com.company.erp.kernel.DocumentRef;
import com.company.erp.kernel.InvalidInput;
import com.company.erp.kernel.NotFound;
import com.company.erp.kernel.RuleViolation;
import com.company.erp.kernel.StaleDocument;
import com.company.erp.kernel.Uuid7;
import com.company.erp.platform.access.Door;
import com.company.erp.platform.access.Needs;
import com.company.erp.platform.access.Refuses;
import com.company.erp.platform.audit.AuditLog;
import com.company.erp.platform.tenancy.Crossing;
import com.company.erp.platform.tenancy.Scope;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** What others may ask of companies. Each call is one transaction, joined if one is open. */
@Door
public class CompanyRegister {

    private final Companies companies;
    private final Crossing crossing;
    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;

    CompanyRegister(
            Companies companies, Crossing crossing, JdbcClient jdbc, AuditLog audit, ApplicationEventPublisher events) {
        this.companies = companies;
        this.crossing = crossing;
        this.jdbc = jdbc;
        this.audit = audit;
        this.events = events;
    }

    /**
     * Founds a company, whose administrator the founder becomes. The founder stays in the company he acts for, and may
     * switch to the new one.
     *
     * @throws InvalidInput company.invalid, tax_number.format, tax_number.check_digit
     */
    @Needs("company.create")
    @Refuses({"company.invalid", "tax_number.format", "tax_number.check_digit"})
    public CompanyView found(CompanyDetails details) {
        var id = new CompanyId(Uuid7.next());
        var company = new Founding(id, details.checked());
        crossing.into(id, () -> {
            company.insert(jdbc);
            audit.record(new DocumentRef("company", id), "create", company.columns());
            events.publishEvent(
                    new CompanyFounded(id, company.name(), Scope.actor().user()));
        });
        return company.view();
    }

    /**
     * The company that the actor works for.
     *
     * @throws NotFound company.none
     */
    @Needs("company.read")
    @Refuses("company.none")
    @Transactional(readOnly = true)
    public CompanyView read() {
        return own().view();
    }

    /**
     * Changes what is said of the actor's company, all of it.
     *
     * @throws NotFound company.none
     * @throws InvalidInput company.invalid, tax_number.format, tax_number.check_digit
     * @throws RuleViolation company.currency_fixed
     * @throws StaleDocument record.stale
     */
    @Needs("company.change")
    @Refuses({
        "company.none",
        "company.invalid",
        "company.currency_fixed",
        "tax_number.format",
        "tax_number.check_digit",
        "record.stale"
    })
    public CompanyView change(CompanyDetails details, int version) {
        CompanyDetails checked = details.checked();
        Company company = own();
        if (company.version() != version) {
            throw new StaleDocument("record.stale", "The company was changed by somebody else.");
        }
        company.change(checked);
        companies.saveAndFlush(company);
        return company.view();
    }

    private Company own() {
        return companies
                .findById(Scope.company().value())
                .orElseThrow(() -> new NotFound("company.none", "You act for no company yet: found one, or switch."));
    }
}
