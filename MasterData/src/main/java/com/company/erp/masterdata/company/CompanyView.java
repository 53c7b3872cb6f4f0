package com.company.erp.masterdata.company;

import com.company.erp.kernel.CompanyId;
import com.company.erp.platform.web.Versioned;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** A company as others see it; the currency is that of its books. */
public record CompanyView(
        CompanyId id,
        int version,
        String name,
        String country,
        Currency baseCurrency,
        String timeZone,
        int fiscalYearStartMonth,
        int fiscalYearStartDay,
        @Nullable String vatId,
        @Nullable String taxNumber,
        @Nullable String registrationNumber,
        CompanyAddress address,
        @Nullable String email,
        @Nullable String phone,
        boolean datesInOrder)
        implements Versioned {}
