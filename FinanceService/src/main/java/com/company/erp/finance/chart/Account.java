package com.company.erp.finance.chart;

import com.company.erp.kernel.RuleViolation;
import com.company.erp.platform.tenancy.CompanyRecord;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account of the general ledger. Its type and role are given once, since balances hang on them; name and place in
 * the
 * tree may change. An account that was posted to is deactivated, never deleted. A heading gathers accounts below it and
 * is not posted to.
 */
@Entity
@Table(name = "accounts")
class Account extends CompanyRecord {

    private String code;
    private String name;

    @Enumerated(EnumType.STRING)
    private AccountType type;

    @Enumerated(EnumType.STRING)
    private @Nullable AccountRole role;

    @Column(name = "parent_id")
    private @Nullable UUID parent;

    private boolean postable;
    private boolean active = true;

    @SuppressWarnings("NullAway.Init")
    protected Account() {}

    Account(
            String code,
            String name,
            AccountType type,
            @Nullable AccountRole role,
            @Nullable UUID parent,
            boolean postable) {
        this.code = code;
        this.name = name;
        this.type = type;
        this.role = role;
        this.parent = parent;
        this.postable = postable;
    }

    void rename(String newName, @Nullable UUID newParent) {
        if (uuid().equals(newParent)) {
            throw new RuleViolation("account.own_parent", "An account cannot be its own heading.");
        }
        this.name = newName;
        this.parent = newParent;
    }

    void activate(boolean now) {
        this.active = now;
    }

    AccountId id() {
        return new AccountId(uuid());
    }

    String code() {
        return code;
    }

    boolean takesPostings() {
        return postable && active;
    }

    AccountView view() {
        return new AccountView(
                id(),
                code,
                name,
                type,
                role,
                parent == null ? null : new AccountId(parent),
                postable,
                active,
                version());
    }
}
