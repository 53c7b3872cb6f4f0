package com.company.erp.user.duty;

import com.company.erp.kernel.UserId;

/** A user who has two duties that are kept apart, and no exception: he had them before. */
public record DutyConflict(UserId user, String username, String first, String second) {}
