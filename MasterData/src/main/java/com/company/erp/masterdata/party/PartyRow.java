package com.company.erp.masterdata.party;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * A party as one row of a file, the same for imports and exports: what one company exports, another can import. It has
 * room for the billing address and the first contact.
 *
 * @param code the next free one when absent
 * @param customer true when neither this nor supplier is said
 * @param street up to five lines in one cell
 * @param addressCountry the country of the seat when absent
 * @param contact the party's name when absent and there is an e-mail address or telephone number
 * @param paymentTerms by their code
 * @param active true when absent
 */
public record PartyRow(
        @Nullable @Size(max = 40) String code,
        @NotBlank @Size(max = 200) String name,
        @Nullable @Size(max = 200) String legalName,
        @Nullable Boolean customer,
        @Nullable Boolean supplier,
        @Nullable @CountryCode String country,
        @Nullable @Size(max = 40) String taxId,
        @Nullable @Size(max = 200) String addressee,

        @Nullable @Pattern(regexp = "([^\\n]{1,200}(\\n|$)){1,5}", message = "up to five lines of up to 200 characters")
        String street,

        @Nullable @Size(max = 20) String postalCode,
        @Nullable @Size(max = 100) String city,
        @Nullable @Size(max = 100) String region,
        @Nullable @CountryCode String addressCountry,
        @Nullable @Size(max = 200) String contact,
        @Nullable @Email @Size(max = 254) String email,
        @Nullable @Size(max = 50) String phone,
        @Nullable String paymentTerms,
        @Nullable BigDecimal creditLimit,
        @Nullable Currency creditLimitCurrency,
        @Nullable Currency currency,
        @Nullable @Pattern(regexp = "[a-z]{2}(-[A-Z]{2})?") String language,
        @Nullable @Size(max = 4000) String notes,
        @Nullable Boolean active) {

    boolean hasAddress() {
        return addressee != null
                || street != null
                || postalCode != null
                || city != null
                || region != null
                || addressCountry != null;
    }

    boolean hasContact() {
        return contact != null || email != null || phone != null;
    }
}
