package com.company.erp.masterdata.party;

import static java.util.stream.Collectors.toSet;

import com.company.erp.kernel.Money;
import com.company.erp.masterdata.terms.PaymentTermsBook;
import com.company.erp.masterdata.terms.PaymentTermsId;
import com.company.erp.platform.imports.ImportDocument;
import com.company.erp.platform.imports.ImportRow;
import com.company.erp.platform.imports.ImportSession;
import com.company.erp.platform.imports.Importer;
import com.company.erp.platform.imports.Refusals;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Imports parties, one a row. */
@Component
class PartyImporter implements Importer<PartyRow> {

    private final PartyDirectory directory;
    private final PaymentTermsBook terms;

    PartyImporter(PartyDirectory directory, PaymentTermsBook terms) {
        this.directory = directory;
        this.terms = terms;
    }

    @Override
    public String resource() {
        return "parties";
    }

    @Override
    public String permission() {
        return "party.create";
    }

    @Override
    public Class<PartyRow> row() {
        return PartyRow.class;
    }

    @Override
    public String key() {
        return "code";
    }

    @Override
    public void check(List<ImportDocument<PartyRow>> documents, Refusals refusals) {
        Set<String> taken = directory.byCodes(named(documents, PartyRow::code)).keySet();
        Map<String, PaymentTermsId> known = terms.byCodes(named(documents, PartyRow::paymentTerms));
        for (var document : documents) {
            ImportRow<PartyRow> row = document.first();
            PartyRow party = row.value();
            if (party.code() != null && taken.contains(party.code())) {
                refusals.refuse(row, "code", "party.code_taken", "There is another party with this code.");
            }
            if (party.paymentTerms() != null && !known.containsKey(party.paymentTerms())) {
                refusals.refuse(row, "paymentTerms", "payment_terms.unknown", "There are no such payment terms.");
            }
            if ((party.creditLimit() == null) != (party.creditLimitCurrency() == null)) {
                refusals.refuse(
                        row, "creditLimit", "party.credit_limit", "A credit limit has an amount and a currency.");
            }
            if (rolesOf(party).isEmpty()) {
                refusals.refuse(row, "customer", "party.roles", "A party is a customer, a supplier or both.");
            } else {
                refusals.test(row, () -> new Party("", draft(party, known)));
            }
        }
    }

    @Override
    public void write(List<ImportDocument<PartyRow>> documents, ImportSession session) {
        Map<String, PaymentTermsId> known = terms.byCodes(named(documents, PartyRow::paymentTerms));
        List<PartyId> ids = directory.createAll(documents.stream()
                .map(document -> draft(document.value(), known))
                .toList());
        for (int i = 0; i < ids.size(); i++) {
            if (Boolean.FALSE.equals(documents.get(i).value().active())) directory.deactivate(ids.get(i));
        }
    }

    private static PartyDraft draft(PartyRow row, Map<String, PaymentTermsId> terms) {
        return new PartyDraft(
                row.code(),
                row.name(),
                row.legalName(),
                rolesOf(row),
                row.country(),
                row.taxId(),
                row.hasAddress() ? List.of(address(row)) : null,
                row.hasContact() ? List.of(contact(row)) : null,
                row.paymentTerms() == null ? null : terms.get(row.paymentTerms()),
                row.creditLimit() == null || row.creditLimitCurrency() == null
                        ? null
                        : new Money(row.creditLimit(), row.creditLimitCurrency()),
                row.currency(),
                row.language(),
                row.notes());
    }

    private static Set<PartyRole> rolesOf(PartyRow row) {
        Set<PartyRole> roles = EnumSet.noneOf(PartyRole.class);
        boolean unsaid = row.customer() == null && row.supplier() == null;
        if (unsaid || Boolean.TRUE.equals(row.customer())) roles.add(PartyRole.CUSTOMER);
        if (Boolean.TRUE.equals(row.supplier())) roles.add(PartyRole.SUPPLIER);
        return roles;
    }

    private static Address address(PartyRow row) {
        return new Address(
                Address.Kind.BILLING,
                row.addressee(),
                row.street() == null ? List.of() : row.street().lines().toList(),
                row.city(),
                row.postalCode(),
                row.region(),
                row.addressCountry() == null ? row.country() : row.addressCountry());
    }

    private static Contact contact(PartyRow row) {
        return new Contact(row.contact() == null ? row.name() : row.contact(), null, row.email(), row.phone());
    }

    private static Set<String> named(
            List<ImportDocument<PartyRow>> documents, Function<PartyRow, @Nullable String> code) {
        return documents.stream()
                .map(document -> code.apply(document.value()))
                .filter(Objects::nonNull)
                .collect(toSet());
    }
}
