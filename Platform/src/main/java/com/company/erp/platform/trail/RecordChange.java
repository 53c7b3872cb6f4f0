package com.company.erp.platform.trail;

import com.company.erp.kernel.UserId;
import java.time.Instant;
import java.util.List;

/** What somebody did to a record, as its readers see it. */
public record RecordChange(Instant at, UserId actor, String actorName, String action, List<FieldChange> changes) {}
