package com.company.erp.user.rule;

import com.company.erp.platform.tenancy.CompanyRecord;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** How far one permission of one role reaches. The role and the permission stay; how far may change. */
@Entity
@Table(name = "record_rules")
class RecordRule extends CompanyRecord {

    private String role = "";
    private String permission = "";
    private boolean ownOnly;
    private @Nullable BigDecimal amountMax;

    protected RecordRule() {}

    RecordRule(String role, String permission, boolean ownOnly, @Nullable BigDecimal amountMax) {
        this.role = role;
        this.permission = permission;
        reach(ownOnly, amountMax);
    }

    final void reach(boolean toOwnOnly, @Nullable BigDecimal toAmount) {
        this.ownOnly = toOwnOnly;
        this.amountMax = toAmount;
    }

    String permission() {
        return permission;
    }

    RecordRuleView view() {
        return new RecordRuleView(new RecordRuleId(uuid()), version(), role, permission, ownOnly, amountMax);
    }
}
