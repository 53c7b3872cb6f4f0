package com.company.erp.masterdata.party;

import com.company.erp.kernel.Money;
import com.company.erp.masterdata.terms.PaymentTermsId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is said about a party when it is entered or changed.
 *
 * @param code unique in the company; when it is left out, a new party gets one such as C00001 (customers) or S00001
 *     (suppliers), and an old one keeps its own
 * @param legalName the name as registered, where it differs from the one in use
 * @param country of the seat, ISO 3166 alpha-2; it says how the tax number is checked
 * @param creditLimit what may be open at most; none when absent
 * @param currency in which the party is usually invoiced; the company's own when absent
 * @param language of documents for the party, such as de or en-GB
 */
public record PartyDraft(
        @Nullable @Size(max = 40) @Pattern(regexp = "\\S(.*\\S)?")
        String code,

        @NotBlank @Size(max = 200) String name,
        @Nullable @Size(max = 200) String legalName,
        @NotEmpty Set<@NotNull PartyRole> roles,
        @Nullable @CountryCode String country,
        @Nullable @Size(max = 40) String taxId,
        @Nullable @Size(max = 20) List<@NotNull @Valid Address> addresses,
        @Nullable @Size(max = 50) List<@NotNull @Valid Contact> contacts,
        @Nullable PaymentTermsId paymentTerms,
        @Nullable Money creditLimit,
        @Nullable Currency currency,
        @Nullable @Pattern(regexp = "[a-z]{2}(-[A-Z]{2})?") String language,
        @Nullable @Size(max = 4000) String notes) {

    /** A party of which only the least is known. */
    public static PartyDraft of(String name, PartyRole role) {
        return new PartyDraft(null, name, null, Set.of(role), null, null, null, null, null, null, null, null, null);
    }
}
