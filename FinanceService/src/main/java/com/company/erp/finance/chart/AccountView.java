package com.company.erp.finance.chart;

import com.company.erp.platform.web.Versioned;
import org.jspecify.annotations.Nullable;

/** An account as shown to others. */
public record AccountView(
        AccountId id,
        String code,
        String name,
        AccountType type,
        @Nullable AccountRole role,
        @Nullable AccountId parent,
        boolean postable,
        boolean active,
        int version)
        implements Versioned {}
