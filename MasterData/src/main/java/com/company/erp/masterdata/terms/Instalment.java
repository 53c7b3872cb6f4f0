package com.company.erp.masterdata.terms;

import com.company.erp.kernel.Money;
import java.time.LocalDate;

/** What of an invoice falls due on one day; the day itself is still on time. */
public record Instalment(LocalDate dueDate, Money amount) {}
