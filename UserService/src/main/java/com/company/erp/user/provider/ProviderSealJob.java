package com.company.erp.user.provider;

import com.company.erp.platform.jobs.DailyJob;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Encrypts secrets of providers with the key of today, so that a JWT_SECRET of before need not be kept for them. */
@Component
class ProviderSealJob implements DailyJob {

    private final Providers providers;
    private final ProviderBook book;

    ProviderSealJob(Providers providers, ProviderBook book) {
        this.providers = providers;
        this.book = book;
    }

    @Override
    public String name() {
        return "secrets of providers sealed anew";
    }

    @Override
    public void run(LocalDate today) {
        providers.findAllByOrderByNameAscIdAsc().forEach(book::renew);
    }
}
