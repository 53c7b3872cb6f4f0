package com.company.erp.masterdata;

import static org.assertj.core.api.Assertions.assertThat;

import com.company.erp.HttpTest;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TermsAndTaxCodesTest extends HttpTest {

    @Test
    void a_new_company_has_a_few_payment_terms() {
        assertThat(codes("/api/payment-terms")).contains("NOW", "NET30", "2-10-NET30");
    }

    @Test
    void payment_terms_keep_shares_rules_and_discount() {
        Map<String, Object> terms = Map.of(
                "shares",
                        List.of(
                                Map.of("percent", "30", "due", Map.of("kind", "NET", "days", 0)),
                                Map.of(
                                        "percent",
                                        "70",
                                        "due",
                                        Map.of("kind", "DAY_OF_MONTH", "days", 30, "dayOfMonth", 15))),
                "discount", Map.of("percent", "2.5", "days", 10));
        JsonNode created = api.post("/api/payment-terms", Map.of("code", "SPLIT", "name", "30/70", "terms", terms))
                .created();
        JsonNode read = api.get("/api/payment-terms/" + created.get("id").textValue())
                .ok()
                .get("terms");
        assertThat(read.get("shares").get(1).get("due").get("dayOfMonth").intValue())
                .isEqualTo(15);
        assertThat(read.get("discount").get("percent").textValue()).isEqualTo("2.5");
    }

    @Test
    void shares_that_do_not_make_a_whole_are_refused() {
        Map<String, Object> terms =
                Map.of("shares", List.of(Map.of("percent", "99", "due", Map.of("kind", "NET", "days", 0))));
        api.post("/api/payment-terms", Map.of("code", "PART", "name", "Part", "terms", terms))
                .refused(422, "payment_terms.shares_sum");
        Map<String, Object> noDay =
                Map.of("shares", List.of(Map.of("percent", "100", "due", Map.of("kind", "DAY_OF_MONTH", "days", 0))));
        api.post("/api/payment-terms", Map.of("code", "NODAY", "name", "No day", "terms", noDay))
                .refused(422, "payment_terms.day_of_month");
    }

    @Test
    void a_tax_code_keeps_its_rates_in_the_order_of_their_days() {
        JsonNode created = taxCode("DE-A", "STANDARD", rate("2021-01-01", "19"), rate("2020-07-01", "16"));
        assertThat(created.get("rates"))
                .extracting(rate -> rate.get("validFrom").textValue())
                .containsExactly("2020-07-01", "2021-01-01");
    }

    @Test
    void a_new_rate_is_added_but_the_kind_stays() {
        JsonNode code = taxCode("DE-B", "REDUCED", rate("2020-01-01", "7"));
        String path = "/api/tax-codes/" + code.get("id").textValue();
        Map<String, Object> more = Map.of(
                "code",
                "DE-B",
                "name",
                "Reduced",
                "kind",
                "REDUCED",
                "rates",
                List.of(rate("2020-01-01", "7"), rate("2027-01-01", "8")));
        assertThat(api.ifMatch(code).put(path, more).ok().get("rates")).hasSize(2);
        Map<String, Object> other =
                Map.of("code", "DE-B", "name", "Reduced", "kind", "EXEMPT", "rates", List.of(rate("2020-01-01", "0")));
        api.ifMatch(1).put(path, other).refused(409, "tax_code.kind_fixed");
    }

    @Test
    void a_rate_fits_its_kind_and_begins_on_a_day_of_its_own() {
        Map<String, Object> exempt =
                Map.of("code", "X", "name", "X", "kind", "EXEMPT", "rates", List.of(rate("2020-01-01", "7")));
        api.post("/api/tax-codes", exempt).refused(422, "tax_code.rate");
        Map<String, Object> twice = Map.of(
                "code",
                "X",
                "name",
                "X",
                "kind",
                "STANDARD",
                "rates",
                List.of(rate("2020-01-01", "7"), rate("2020-01-01", "8")));
        api.post("/api/tax-codes", twice).refused(422, "tax_code.rates");
        Map<String, Object> none = Map.of("code", "X", "name", "X", "kind", "STANDARD", "rates", List.of());
        api.post("/api/tax-codes", none).refused(422, "tax_code.rates");
    }

    @Test
    void tax_codes_are_listed_by_kind() {
        taxCode("DE-RC", "REVERSE_CHARGE", rate("2020-01-01", "19"));
        assertThat(codes("/api/tax-codes?kind=REVERSE_CHARGE")).contains("DE-RC");
        assertThat(codes("/api/tax-codes?kind=ZERO")).doesNotContain("DE-RC");
    }

    private JsonNode taxCode(String code, String kind, Object... rates) {
        return api.post("/api/tax-codes", Map.of("code", code, "name", code, "kind", kind, "rates", List.of(rates)))
                .created();
    }

    private static Map<String, String> rate(String from, String percent) {
        return Map.of("validFrom", from, "percent", percent);
    }

    private List<String> codes(String path) {
        return api.get(path)
                .ok()
                .get("items")
                .valueStream()
                .map(item -> item.get("code").textValue())
                .toList();
    }
}
