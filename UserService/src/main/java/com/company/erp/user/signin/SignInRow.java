package com.company.erp.user.signin;

import com.company.erp.kernel.UserId;
import java.time.Instant;
import java.util.UUID;

/**
 * An attempt of a member of the company to sign in, or of somebody who used the member's user name.
 *
 * @param address the network address that it came from
 */
public record SignInRow(
        UUID id, Instant at, UserId user, String username, String name, String address, SignInOutcome outcome) {}
