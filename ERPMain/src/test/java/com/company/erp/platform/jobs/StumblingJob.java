package com.company.erp.platform.jobs;

import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** A job of the tests, which fails on a day far away. */
@Component
class StumblingJob implements DailyJob {

    static final String NAME = "stumbling";
    static final LocalDate STUMBLES_ON = LocalDate.of(2031, 4, 1);

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(LocalDate today) {
        if (today.equals(STUMBLES_ON)) throw new IllegalStateException("It stumbles today.");
    }
}
