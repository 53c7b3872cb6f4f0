package com.company.erp.platform.jobs;

import java.time.LocalDate;

/**
 * Work that each company needs once a day, after its local midnight. It runs inside the company's scope and one
 * transaction, and must be safe to run for a later day when days were missed: it is given the newest date only.
 */
public interface DailyJob {

    /** Stable and unique; the mark of what is done is kept under it. */
    String name();

    /** Does the work as of the company's local date, which has just begun or lies in the past after downtime. */
    void run(LocalDate today);
}
