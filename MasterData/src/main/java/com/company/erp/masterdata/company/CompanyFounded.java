package com.company.erp.masterdata.company;

import com.company.erp.kernel.CompanyId;
import com.company.erp.kernel.DocumentRef;
import com.company.erp.kernel.UserId;
import com.company.erp.platform.events.DomainEvent;

/** A company has come to be. Told inside it: listeners work in the new company, with plain SQL. */
public record CompanyFounded(CompanyId company, String name, UserId founder) implements DomainEvent {

    @Override
    public String type() {
        return "company.founded";
    }

    @Override
    public DocumentRef ref() {
        return new DocumentRef("company", company);
    }
}
