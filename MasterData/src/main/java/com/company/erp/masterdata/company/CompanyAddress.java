package com.company.erp.masterdata.company;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Where a company has its seat, in the country it is registered in. */
@Embeddable
public record CompanyAddress(
        @Nullable @Size(max = 200) String street,

        @Column(name = "street_2") @Nullable @Size(max = 200) String street2,

        @Nullable @Size(max = 20) String postalCode,
        @Nullable @Size(max = 100) String city,
        @Nullable @Size(max = 100) String region) {

    static final CompanyAddress UNKNOWN = new CompanyAddress(null, null, null, null, null);
}
