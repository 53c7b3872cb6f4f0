package com.company.erp.platform.letter;

import com.company.erp.kernel.UserId;

/**
 * What is written to somebody's e-mail address.
 *
 * @param about whose account it speaks of
 */
public record Letter(UserId about, String to, String subject, String text) {

    @Override
    public String toString() {
        return "Letter[***]"; // It may hold a link that is worth a password.
    }
}
