package com.company.erp.masterdata.party;

import com.company.erp.kernel.Money;
import com.company.erp.masterdata.terms.PaymentTermsId;
import com.company.erp.platform.web.Versioned;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A party as it is now. Documents that must not change with it copy what they need.
 *
 * @param warnings parties that look like this one; only in the answer to its creation
 */
public record PartyView(
        PartyId id,
        String code,
        String name,
        @Nullable String legalName,
        Set<PartyRole> roles,
        @Nullable String country,
        @Nullable String taxId,
        List<Address> addresses,
        List<Contact> contacts,
        @Nullable PaymentTermsId paymentTerms,
        @Nullable Money creditLimit,
        @Nullable Currency currency,
        @Nullable String language,
        @Nullable String notes,
        boolean active,
        int version,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<LikeParty> warnings)
        implements Versioned {

    static PartyView of(Party party) {
        return of(party, List.of());
    }

    static PartyView of(Party party, List<LikeParty> warnings) {
        return new PartyView(
                party.id(),
                party.code(),
                party.name(),
                party.legalName(),
                party.roles(),
                party.country(),
                party.taxId(),
                party.addresses(),
                party.contacts(),
                party.paymentTerms(),
                party.creditLimit(),
                party.currency(),
                party.language(),
                party.notes(),
                party.active(),
                party.version(),
                warnings);
    }

    /** The name that documents carry. */
    public String nameOnDocuments() {
        return legalName == null ? name : legalName;
    }

    /** Where invoices go: the first billing address, else the first address of any kind. */
    public @Nullable Address billingAddress() {
        return first(Address.Kind.BILLING);
    }

    /** Where goods go: the first shipping address, else the first address of any kind. */
    public @Nullable Address shippingAddress() {
        return first(Address.Kind.SHIPPING);
    }

    private @Nullable Address first(Address.Kind kind) {
        return addresses.stream()
                .min(Comparator.comparing(address -> address.kind() != kind))
                .orElse(null);
    }
}
