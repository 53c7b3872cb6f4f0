package com.company.erp.assembly.demo;

import com.company.erp.kernel.Actor;
import com.company.erp.kernel.CompanyId;
import com.company.erp.masterdata.company.CompanyRegister;
import com.company.erp.platform.jobs.DailyJobs;
import com.company.erp.platform.tenancy.Scope;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Founds the demo company and lets it trade. Each step is a transaction of its own, as in daily life. */
@Component
class DemoCompany {

    private final DemoUser user;
    private final CompanyRegister companies;
    private final DemoAssortment assortment;
    private final DemoTrade trade;
    private final DailyJobs jobs;

    DemoCompany(DemoUser user, CompanyRegister companies, DemoAssortment assortment, DemoTrade trade, DailyJobs jobs) {
        this.user = user;
        this.companies = companies;
        this.assortment = assortment;
        this.trade = trade;
        this.jobs = jobs;
    }

    /** Makes it all, up to the given day; answers the user's password, or nothing where the user exists already. */
    Optional<String> found(LocalDate today) {
        if (user.exists()) return Optional.empty();
        String oneTime = user.randomPassword();
        Actor founder = user.make(oneTime);
        CompanyId company =
                Scope.get(founder, () -> companies.found(DemoData.COMPANY)).id();
        DemoUser.Ready ready = user.signIn(oneTime, company);
        Scope.run(ready.actor(), () -> {
            LocalDate from = today.minusDays(DemoTrade.DAYS_BACK + 7L);
            trade.trade(assortment.lay(from, today), today);
        });
        jobs.runDue(company, today);
        return Optional.of(ready.password());
    }
}
