package com.company.erp.masterdata.company;

import com.company.erp.kernel.CompanyId;
import com.company.erp.kernel.RuleViolation;
import com.company.erp.platform.tenancy.CompanyRecord;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * A legal entity whose books are kept. It is founded with a currency that never changes, since every amount ever posted
 * is in it; all else may be corrected. It is never deleted: books are kept longer than companies live.
 */
@Entity
@Table(name = "companies")
class Company extends CompanyRecord {

    private String name = "";
    private String country = "";

    @Column(updatable = false)
    private Currency baseCurrency = Currency.getInstance("XXX");

    private String timeZone = "";
    private int fiscalYearStartMonth;
    private int fiscalYearStartDay;
    private @Nullable String vatId;
    private @Nullable String taxNumber;
    private @Nullable String registrationNumber;

    @Embedded
    private @Nullable CompanyAddress address;

    private @Nullable String email;
    private @Nullable String phone;
    private boolean datesInOrder;

    protected Company() {}

    void change(CompanyDetails details) {
        if (!details.baseCurrency().equals(baseCurrency)) {
            throw new RuleViolation("company.currency_fixed", "The books are in " + baseCurrency + " for good.");
        }
        name = details.name().strip();
        country = details.country();
        timeZone = details.timeZone();
        fiscalYearStartMonth = details.startMonth();
        fiscalYearStartDay = details.startDay();
        vatId = details.vatId();
        taxNumber = details.taxNumber();
        registrationNumber = details.registrationNumber();
        address = details.seat();
        email = details.email();
        phone = details.phone();
        datesInOrder = details.inOrder();
    }

    CompanyView view() {
        return new CompanyView(
                new CompanyId(uuid()),
                version(),
                name,
                country,
                baseCurrency,
                timeZone,
                fiscalYearStartMonth,
                fiscalYearStartDay,
                vatId,
                taxNumber,
                registrationNumber,
                address == null ? CompanyAddress.UNKNOWN : address,
                email,
                phone,
                datesInOrder);
    }
}
