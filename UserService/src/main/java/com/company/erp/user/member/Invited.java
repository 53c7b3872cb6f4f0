package com.company.erp.user.member;

import org.jspecify.annotations.Nullable;

/**
 * A user who has just been taken into the company.
 *
 * @param oneTimePassword to be told to a user who is new to the installation, shown this once; absent for one who has
 *     a password already
 * @param invitationSent whether a link by which he chooses a password is on its way to his address
 */
public record Invited(UserView user, @Nullable String oneTimePassword, boolean invitationSent) {

    @Override
    public String toString() {
        return "Invited[" + user + "]";
    }
}
