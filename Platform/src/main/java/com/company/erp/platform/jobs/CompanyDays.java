package com.company.erp.platform.jobs;

import com.company.erp.kernel.CompanyId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Tells which date it is in each company. Master data knows the time zones and implements it from above. */
public interface CompanyDays {

    /** A company and its local date. */
    record CompanyDay(CompanyId company, LocalDate date) {}

    List<CompanyDay> at(Instant now);
}
