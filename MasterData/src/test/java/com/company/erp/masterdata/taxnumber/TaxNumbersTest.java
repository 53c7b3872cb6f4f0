package com.company.erp.masterdata.taxnumber;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.company.erp.kernel.ErpException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TaxNumbersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ATU13585627",
                "BE0428759497",
                "BG175074752",
                "BG7523169263",
                "CHE107787577IVA",
                "CY10259033P",
                "CZ25123891",
                "CZ7103192745",
                "CZ640903926",
                "DE136695976",
                "DK13585628",
                "EE100931558",
                "EE100594102",
                "EL094259216",
                "ES54362315K",
                "ESX2482300W",
                "ESX5253868R",
                "ESM1234567L",
                "ESJ99216582",
                "ESB58378431",
                "ESA13585625",
                "FI20774740",
                "FR40303265045",
                "FR23334175221",
                "FRK7399859412",
                "FR4Z123456782",
                "GB980780684",
                "GBGD001",
                "GBHA500",
                "HR33392005961",
                "HU12892312",
                "IE6433435F",
                "IE6433435OA",
                "IE8D79739I",
                "IT00743110157",
                "LT119511515",
                "LT100001919017",
                "LU15027442",
                "LV40003521600",
                "LV16117519997",
                "MT11679112",
                "NL004495445B01",
                "NL123456789B13",
                "NO995525828MVA",
                "PL8567346215",
                "PT501964843",
                "RO18547290",
                "SE123456789701",
                "SI50223054",
                "SK2022749619",
                "XI980780684"
            })
    void a_number_with_right_check_digits_is_kept_with_its_prefix(String number) {
        assertThat(TaxNumbers.checked("taxId", number, null)).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ATU13585626", "BE0428759498", "BG175074751", "CHE107787578IVA", "CY10259033Q", "CZ25123890",
                "CZ7103192746", "DE136695978", "DK13585627", "EE100594103", "EL094259217", "ES54362315Z",
                "ESX2482300A", "ESJ99216583", "FI20774741", "FR84323140391", "FRK7399859411", "GB802311781",
                "HR33392005962", "HU12892313", "IE6433435E", "IE8D79738J", "IT00743110158", "LT100001919018",
                "LU15027443", "LV40003521601", "MT11679113", "NL004495445B02X", "NL123456789B90", "NO995525829MVA",
                "PL8567346216", "PT501964842", "RO18547291", "SE123456789101", "SI50223055", "SK2022749618",
                "XI802311781"
            })
    void a_mistyped_number_is_refused(String number) {
        assertThatThrownBy(() -> TaxNumbers.checked("taxId", number, country(number)))
                .isInstanceOf(ErpException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "DE, 136 695 976, DE136695976",
        "DE, de 136.695.976, DE136695976",
        "GR, 094259216, EL094259216",
        "CH, CHE-107.787.577 IVA, CHE107787577IVA",
        "CH, 107.787.577, CHE107787577",
        "AT, U13585627, ATU13585627",
        "US, 12-3456789, 12-3456789",
    })
    void a_number_is_tidied_and_gets_the_prefix_of_its_country(String country, String text, String kept) {
        assertThat(TaxNumbers.checked("taxId", text, country)).isEqualTo(kept);
    }

    @Test
    void a_company_may_be_registered_in_another_country_than_its_seat() {
        assertThat(TaxNumbers.checked("taxId", "FR40303265045", "DE")).isEqualTo("FR40303265045");
        assertThat(TaxNumbers.checked("taxId", "DE136695976", "US")).isEqualTo("DE136695976");
    }

    @Test
    void the_refusal_names_the_rule() {
        assertThatThrownBy(() -> TaxNumbers.checked("taxId", "DE13669597", "DE"))
                .isInstanceOf(ErpException.class)
                .hasMessageContaining("9 digits");
        assertThatThrownBy(() -> TaxNumbers.checked("taxId", "DE136695977", "DE"))
                .isInstanceOf(ErpException.class)
                .hasMessageContaining("check digits");
        assertThatThrownBy(() -> TaxNumbers.checked("taxId", "no number; here", "US"))
                .isInstanceOf(ErpException.class)
                .hasMessageContaining("2 to 30");
    }

    private static String country(String number) {
        return number.startsWith("EL") ? "GR" : number.substring(0, 2);
    }
}
