package com.company.erp.user.apikey;

import com.company.erp.kernel.UserId;
import io.swagger.v3.oas.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Which keys are wanted; every part may be absent. */
public record ApiKeyFilter(
        @Parameter(description = "The id of the user who made the key") @Nullable UserId madeBy,

        @Parameter(description = "Whether the key is good: neither revoked nor expired") @Nullable Boolean active) {}
