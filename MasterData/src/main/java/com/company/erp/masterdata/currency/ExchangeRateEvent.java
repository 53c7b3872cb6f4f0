package com.company.erp.masterdata.currency;

import com.company.erp.kernel.DocumentRef;
import com.company.erp.platform.events.DomainEvent;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Map;

/** Something happened to rates: exchange_rate.created or withdrawn, or exchange_rates.imported. */
public record ExchangeRateEvent(
        @JsonIgnore String type, @JsonIgnore DocumentRef ref, Map<String, Object> details) implements DomainEvent {}
