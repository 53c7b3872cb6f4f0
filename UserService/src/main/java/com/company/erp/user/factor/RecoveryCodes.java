package com.company.erp.user.factor;

import java.util.List;

/** Codes for the day the app is lost, each good once; shown this once. */
public record RecoveryCodes(List<String> recoveryCodes) {

    @Override
    public String toString() {
        return "RecoveryCodes[***]";
    }
}
