package com.company.erp.finance.recurring;

import com.company.erp.finance.ledger.ManualEntry.ManualLine;
import com.company.erp.platform.web.Versioned;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A recurring entry as shown to others.
 *
 * @param nextOn when it is due next; null when it has ended
 */
public record RecurringView(
        RecurringId id,
        String text,
        String reason,
        Every every,
        LocalDate startsOn,
        @Nullable LocalDate endsOn,
        @Nullable LocalDate nextOn,
        boolean active,
        List<ManualLine> lines,
        int version)
        implements Versioned {}
