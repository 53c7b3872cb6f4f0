package com.company.erp.masterdata.company;

import com.company.erp.kernel.FieldProblem;
import com.company.erp.kernel.InvalidInput;
import com.company.erp.masterdata.taxnumber.TaxNumbers;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a company. All of it may be changed later but the currency.
 *
 * @param country ISO 3166 code, such as DE
 * @param baseCurrency the currency of its books
 * @param timeZone where its days begin, such as Europe/Berlin
 * @param fiscalYearStartDay at most 28, so that every year has the day
 * @param vatId with or without the prefix of its country; its check digits are checked
 * @param datesInOrder whether the dates of invoices and credit notes may not run backwards within a series
 */
public record CompanyDetails(
        @NotBlank @Size(max = 200) String name,
        @NotNull @Size(min = 2, max = 2) String country,
        @NotNull Currency baseCurrency,
        @NotBlank @Size(max = 60) String timeZone,
        @Nullable @Min(1) @Max(12) Integer fiscalYearStartMonth,
        @Nullable @Min(1) @Max(28) Integer fiscalYearStartDay,
        @Nullable @Size(max = 30) String vatId,
        @Nullable @Size(max = 50) String taxNumber,
        @Nullable @Size(max = 50) String registrationNumber,
        @Nullable @Valid CompanyAddress address,
        @Nullable @Email @Size(max = 254) String email,
        @Nullable @Size(max = 50) String phone,
        @Nullable Boolean datesInOrder) {

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    /**
     * The same, with the VAT number as it is kept.
     *
     * @throws InvalidInput company.invalid, with country.unknown and time_zone.unknown for the fields;
     *     tax_number.format, tax_number.check_digit
     */
    CompanyDetails checked() {
        List<FieldProblem> problems = new ArrayList<>();
        if (!COUNTRIES.contains(country)) {
            problems.add(new FieldProblem("country", "country.unknown", "A country is an ISO 3166 code such as DE."));
        }
        if (!ZoneId.getAvailableZoneIds().contains(timeZone)) {
            problems.add(new FieldProblem(
                    "timeZone", "time_zone.unknown", "A time zone is named like Europe/Berlin (IANA)."));
        }
        if (!problems.isEmpty()) throw new InvalidInput("company.invalid", "The company cannot be so.", problems);
        if (vatId == null || vatId.isBlank()) return withVatId(null);
        return withVatId(TaxNumbers.checked("vatId", vatId, country));
    }

    private CompanyDetails withVatId(@Nullable String kept) {
        return new CompanyDetails(
                name,
                country,
                baseCurrency,
                timeZone,
                fiscalYearStartMonth,
                fiscalYearStartDay,
                kept,
                taxNumber,
                registrationNumber,
                address,
                email,
                phone,
                datesInOrder);
    }

    int startMonth() {
        return fiscalYearStartMonth == null ? 1 : fiscalYearStartMonth;
    }

    int startDay() {
        return fiscalYearStartDay == null ? 1 : fiscalYearStartDay;
    }

    CompanyAddress seat() {
        return address == null ? CompanyAddress.UNKNOWN : address;
    }

    boolean inOrder() {
        return datesInOrder != null && datesInOrder;
    }
}
