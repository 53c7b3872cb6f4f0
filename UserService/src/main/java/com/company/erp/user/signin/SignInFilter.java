package com.company.erp.user.signin;

import com.company.erp.kernel.UserId;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Which attempts to sign in are wanted; every part may be absent. */
public record SignInFilter(
        @Parameter(description = "The id of the user") @Nullable UserId user,

        @Nullable SignInOutcome outcome,

        @Parameter(description = "The network address that it came from") @Nullable String address,

        @Parameter(description = "Not before this instant") @Nullable Instant from,

        @Parameter(description = "Before this instant") @Nullable Instant to) {}
