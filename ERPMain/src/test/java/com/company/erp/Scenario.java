package com.company.erp;

import com.company.erp.kernel.CompanyId;
import com.company.erp.platform.jobs.DailyJobs;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A story that an accountant can read: dated, with real amounts, over HTTP, ending in the books. Each story has a
 * company of its own, so that its numbers begin at 1.
 */
public abstract class Scenario extends HttpTest {

    @Autowired
    private DailyJobs jobs;

    @BeforeEach
    void foundCompanyOfTheStory() {
        foundCompany();
    }

    /** Midnight has passed in the company, and this date has begun. */
    protected void nightOf(String date) {
        jobs.runDue(CompanyId.valueOf(company.get("id").textValue()), LocalDate.parse(date));
    }
}
