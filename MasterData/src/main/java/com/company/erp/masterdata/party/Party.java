package com.company.erp.masterdata.party;

import com.company.erp.kernel.InvalidInput;
import com.company.erp.kernel.Money;
import com.company.erp.masterdata.taxnumber.TaxNumbers;
import com.company.erp.masterdata.terms.PaymentTermsId;
import com.company.erp.platform.audit.NotAudited;
import com.company.erp.platform.privacy.Personal;
import com.company.erp.platform.tenancy.CompanyRecord;
import com.company.erp.platform.web.SearchText;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.jspecify.annotations.Nullable;

/**
 * Somebody the company deals with. A party is entered, changed as the world changes, and deactivated when dealings end:
 * then nothing new begins with it, and what began is finished. It is deleted only while nothing refers to it, since
 * books that name it are kept for years.
 */
@Entity
@Table(name = "parties")
class Party extends CompanyRecord {

    private static final int NAME_CHARS_MAX = 200;

    private String code;

    @Personal
    private String name;

    @Personal
    private @Nullable String legalName;

    private boolean customer;
    private boolean supplier;
    private @Nullable String country;

    @Personal
    private @Nullable String taxId;

    @Personal
    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private List<Address> addresses;

    @Personal
    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private List<Contact> contacts;

    private @Nullable UUID paymentTermsId;
    private @Nullable BigDecimal creditLimit;
    private @Nullable String creditLimitCurrency;
    private @Nullable String currency;
    private @Nullable String language;

    @Personal
    private @Nullable String notes;

    private boolean active = true;

    /** By which lists for people are sorted; derived from the name. */
    @NotAudited
    private String sortName;

    /** What the search looks through; derived from the other fields. */
    @NotAudited
    private String searchText;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected Party() {}

    Party(String code, PartyDraft draft) {
        this.code = code;
        describe(draft);
    }

    /**
     * Takes over the draft as a whole; a code that it leaves out stays as it is.
     *
     * @throws InvalidInput tax_number.format, tax_number.check_digit, party.credit_limit
     */
    void change(PartyDraft draft) {
        if (draft.code() != null) this.code = draft.code();
        describe(draft);
    }

    private void describe(PartyDraft draft) {
        this.name = draft.name().strip();
        this.legalName = stripped(draft.legalName());
        this.customer = draft.roles().contains(PartyRole.CUSTOMER);
        this.supplier = draft.roles().contains(PartyRole.SUPPLIER);
        this.country = draft.country();
        String number = stripped(draft.taxId());
        this.taxId = number == null ? null : TaxNumbers.checked("taxId", number, country);
        this.addresses = draft.addresses() == null ? List.of() : List.copyOf(draft.addresses());
        this.contacts = draft.contacts() == null ? List.of() : List.copyOf(draft.contacts());
        this.paymentTermsId =
                draft.paymentTerms() == null ? null : draft.paymentTerms().value();
        limitCredit(draft.creditLimit());
        this.currency = draft.currency() == null ? null : draft.currency().getCurrencyCode();
        this.language = draft.language();
        this.notes = stripped(draft.notes());
        this.sortName = SearchText.of(name, NAME_CHARS_MAX);
        this.searchText = PartySearch.textOf(this);
    }

    private void limitCredit(@Nullable Money limit) {
        if (limit != null && limit.isNegative()) {
            throw new InvalidInput("creditLimit", "party.credit_limit", "A credit limit is zero or more.");
        }
        this.creditLimit = limit == null ? null : limit.amount();
        this.creditLimitCurrency = limit == null ? null : limit.currency().getCurrencyCode();
    }

    void activate() {
        this.active = true;
    }

    void deactivate() {
        this.active = false;
    }

    /** Forgets who the party was; its code stays, since the books name it. */
    void erase() {
        this.name = "(erased) " + code;
        this.legalName = null;
        this.taxId = null;
        this.addresses = List.of();
        this.contacts = List.of();
        this.notes = null;
        this.sortName = SearchText.of(name, NAME_CHARS_MAX);
        this.searchText = PartySearch.textOf(this);
        this.active = false;
    }

    PartyId id() {
        return new PartyId(uuid());
    }

    String code() {
        return code;
    }

    String name() {
        return name;
    }

    @Nullable String legalName() {
        return legalName;
    }

    Set<PartyRole> roles() {
        Set<PartyRole> roles = EnumSet.noneOf(PartyRole.class);
        if (customer) roles.add(PartyRole.CUSTOMER);
        if (supplier) roles.add(PartyRole.SUPPLIER);
        return roles;
    }

    @Nullable String country() {
        return country;
    }

    @Nullable String taxId() {
        return taxId;
    }

    List<Address> addresses() {
        return addresses;
    }

    List<Contact> contacts() {
        return contacts;
    }

    @Nullable PaymentTermsId paymentTerms() {
        return paymentTermsId == null ? null : new PaymentTermsId(paymentTermsId);
    }

    @Nullable Money creditLimit() {
        if (creditLimit == null || creditLimitCurrency == null) return null;
        return new Money(creditLimit, Currency.getInstance(creditLimitCurrency));
    }

    @Nullable Currency currency() {
        return currency == null ? null : Currency.getInstance(currency);
    }

    @Nullable String language() {
        return language;
    }

    @Nullable String notes() {
        return notes;
    }

    boolean active() {
        return active;
    }

    private static @Nullable String stripped(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
