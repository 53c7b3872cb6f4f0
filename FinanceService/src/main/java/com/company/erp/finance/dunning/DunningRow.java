package com.company.erp.finance.dunning;

import com.company.erp.masterdata.party.PartyId;
import java.time.LocalDate;

/** A dunning letter in a list. */
public record DunningRow(
        DunningId id, PartyId customer, String customerName, LocalDate date, int level, LocalDate payUntil) {}
