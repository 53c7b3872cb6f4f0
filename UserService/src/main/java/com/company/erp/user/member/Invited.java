package com.company.erp.user.member;

import org.jspecify.annotations.Nullable;

/**
 * A user who has just been taken into the company.
 *
 * @param oneTimePassword to be told to a user who is new to the installation, shown this once; absent for one who has
 *     a password already
 */
public record Invited(UserView user, @Nullable String oneTimePassword) {

    @Override
    public String toString() {
        return "Invited[" + user + "]";
    }
}
