package com.company.erp.document.printing;

import com.company.erp.document.letterhead.LetterheadDetails;
import com.company.erp.document.press.Words;
import com.company.erp.finance.drafting.PartySnapshot;
import com.company.erp.masterdata.company.CompanyView;
import com.company.erp.masterdata.party.Address;
import com.company.erp.masterdata.party.PartyView;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Sets the company's name, address and numbers for a paper. */
final class PaperMaker {

    private static final String PLAIN_ACCENT = "#1f4f7a";

    private final CompanyView company;
    private final LetterheadDetails letterhead;
    private final @Nullable String logo;
    private final Words words;

    PaperMaker(CompanyView company, LetterheadDetails letterhead, @Nullable String logo, Words words) {
        this.company = company;
        this.letterhead = letterhead;
        this.logo = logo;
        this.words = words;
    }

    /** A letter to a party as it is now. */
    Paper letterTo(PartyView party) {
        return paper(null, recipient(party));
    }

    /** A paper that stays in the company. */
    Paper internal() {
        return paper(null, List.of());
    }

    private List<String> recipient(PartyView party) {
        List<String> lines = new ArrayList<>(List.of(party.nameOnDocuments()));
        Address address = party.billingAddress();
        if (address == null) return lines;
        var named = new PartySnapshot(
                party.nameOnDocuments(),
                address.lines(),
                address.postalCode(),
                address.city(),
                address.region(),
                address.country(),
                null);
        lines.addAll(address(named, true));
        return lines;
    }

    /** @param seller as named on the document; null for as the company is named now */
    Paper paper(@Nullable PartySnapshot seller, List<String> recipient) {
        PartySnapshot named = seller == null ? now() : seller;
        List<String> address = address(named, false);
        return Paper.in(
                words,
                letterhead.accent() == null ? PLAIN_ACCENT : letterhead.accent(),
                logo,
                named.name(),
                Stream.concat(Stream.of(named.name()), address.stream()).collect(Collectors.joining(" \u00b7 ")),
                recipient,
                footer(named, address));
    }

    private PartySnapshot now() {
        var seat = company.address();
        return new PartySnapshot(
                company.name(),
                lines(seat.street(), seat.street2()),
                seat.postalCode(),
                seat.city(),
                seat.region(),
                company.country(),
                company.vatId());
    }

    private List<List<String>> footer(PartySnapshot named, List<String> address) {
        List<String> home = new ArrayList<>(List.of(named.name()));
        home.addAll(address);
        List<String> numbers = lines(
                company.email(),
                company.phone(),
                labelled("tax_id", company.vatId()),
                labelled("tax_number", company.taxNumber()),
                labelled("registration", company.registrationNumber()));
        List<String> bank = lines(
                letterhead.bankName(),
                letterhead.iban() == null ? null : "IBAN " + PaymentSlip.grouped(letterhead.iban()),
                letterhead.bic() == null ? null : "BIC " + letterhead.bic());
        return Stream.of(home, numbers, bank)
                .filter(column -> !column.isEmpty())
                .toList();
    }

    private @Nullable String labelled(String label, @Nullable String value) {
        return value == null || value.isBlank() ? null : words.word(label) + " " + value;
    }

    /** The lines of an address below the name; the country in words where the letter crosses a border. */
    List<String> address(PartySnapshot party, boolean forEnvelope) {
        List<String> lines = new ArrayList<>(party.addressLines());
        String place = Stream.of(party.postalCode(), party.city())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        if (!place.isBlank()) lines.add(place);
        if (forEnvelope && party.country() != null && !party.country().equals(company.country())) {
            lines.add(words.country(party.country()));
        }
        return lines;
    }

    static List<String> lines(@Nullable String... lines) {
        return Stream.of(lines)
                .filter(line -> line != null && !line.isBlank())
                .map(Objects::requireNonNull)
                .toList();
    }
}
