package com.company.erp.masterdata;

import static org.assertj.core.api.Assertions.assertThat;

import com.company.erp.HttpTest;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("oldest")
class PartyTest extends HttpTest {

    @Test
    void a_party_without_a_code_gets_one_by_its_role() {
        JsonNode customer = create(Map.of("name", "Vega Optics", "roles", List.of("CUSTOMER", "SUPPLIER")));
        JsonNode supplier = create(Map.of("name", "Castor Steel", "roles", List.of("SUPPLIER")));
        assertThat(customer.get("code").textValue()).matches("C\\d{5}");
        assertThat(supplier.get("code").textValue()).matches("S\\d{5}");
    }

    @Test
    void a_code_given_by_hand_is_skipped_when_its_turn_comes() {
        JsonNode one = create(Map.of("name", "Pollux Paper", "roles", List.of("CUSTOMER")));
        int number = Integer.parseInt(one.get("code").textValue().substring(1));
        String next = "C%05d".formatted(number + 1);
        create(Map.of("code", next, "name", "Deneb Dairy", "roles", List.of("CUSTOMER")));
        JsonNode after = create(Map.of("name", "Rigel Rubber", "roles", List.of("CUSTOMER")));
        assertThat(after.get("code").textValue()).isEqualTo("C%05d".formatted(number + 2));
    }

    @Test
    void a_code_is_taken_once_in_a_company_and_again_in_another() {
        Map<String, Object> party = Map.of("code", "TWICE", "name", "Altair Air", "roles", List.of("CUSTOMER"));
        create(party);
        api.post("/api/parties", party).refused(409, "party.code_taken");
        newCompany("Another").post("/api/parties", party).created();
    }

    @Test
    void a_party_is_shown_as_it_was_entered() {
        String terms = first("/api/payment-terms?q=NET30");
        Map<String, Object> address = Map.of(
                "kind",
                "BILLING",
                "lines",
                List.of("1 Sample Street"),
                "city",
                "Köln",
                "postalCode",
                "50667",
                "country",
                "DE");
        JsonNode created = create(Map.of(
                "name",
                "Sirius Ships",
                "roles",
                List.of("CUSTOMER"),
                "country",
                "DE",
                "taxId",
                "de 136 695 976",
                "addresses",
                List.of(address),
                "contacts",
                List.of(Map.of("name", "Order desk", "email", "orders@example.com")),
                "paymentTerms",
                terms,
                "creditLimit",
                Map.of("amount", "5000.00", "currency", "EUR"),
                "language",
                "de"));
        JsonNode read = api.get("/api/parties/" + created.get("id").textValue()).ok();
        assertThat(read.get("taxId").textValue()).isEqualTo("DE136695976");
        assertThat(read.get("addresses").get(0).get("city").textValue()).isEqualTo("Köln");
        assertThat(read.get("creditLimit").get("amount").textValue()).isEqualTo("5000.00");
        assertThat(read.get("paymentTerms").textValue()).isEqualTo(terms);
        assertThat(read.get("version").intValue()).isZero();
    }

    @Test
    void a_wrong_vat_number_is_refused_with_the_rule_it_breaks() {
        Map<String, Object> party =
                Map.of("name", "Mira Metal", "roles", List.of("CUSTOMER"), "country", "DE", "taxId", "DE136695977");
        JsonNode problem = api.post("/api/parties", party).refused(422, "tax_number.check_digit");
        assertThat(problem.get("errors").get(0).get("field").textValue()).isEqualTo("taxId");
    }

    @Test
    void what_a_party_cannot_be_is_refused_by_field() {
        Map<String, Object> party = Map.of("name", " ", "roles", List.of(), "country", "Germany", "language", "German");
        JsonNode problem = api.post("/api/parties", party).refused(422, "request.invalid");
        assertThat(problem.get("errors"))
                .extracting(error -> error.get("field").textValue())
                .contains("name", "roles", "country", "language");
        Map<String, Object> stranger = Map.of(
                "name",
                "Algol",
                "roles",
                List.of("CUSTOMER"),
                "paymentTerms",
                company.get("id").textValue());
        api.post("/api/parties", stranger).refused(422, "payment_terms.unknown");
    }

    @Test
    void a_change_needs_the_version_that_was_read() {
        JsonNode party = create(Map.of("name", "Bellatrix Books", "roles", List.of("CUSTOMER")));
        String path = "/api/parties/" + party.get("id").textValue();
        Map<String, Object> draft = Map.of("name", "Bellatrix Books Ltd", "roles", List.of("CUSTOMER"));
        api.put(path, draft).expect(428);
        JsonNode changed = api.ifMatch(party).put(path, draft).ok();
        assertThat(changed.get("version").intValue()).isEqualTo(1);
        assertThat(changed.get("code")).isEqualTo(party.get("code"));
        api.ifMatch(party).put(path, draft).refused(412, "record.stale");
    }

    @Test
    void a_likely_duplicate_is_entered_with_a_warning() {
        create(Map.of("name", "Antares Instruments GmbH", "roles", List.of("CUSTOMER"), "taxId", "ATU13585627"));
        JsonNode sameTaxId = create(Map.of("name", "Other", "roles", List.of("CUSTOMER"), "taxId", "ATU13585627"));
        JsonNode sameName = create(Map.of("name", "Antares Instrument GmbH", "roles", List.of("SUPPLIER")));
        JsonNode neither = create(Map.of("name", "Zubenelgenubi", "roles", List.of("CUSTOMER")));
        assertThat(reasons(sameTaxId.get("warnings"))).containsExactly("SAME_TAX_ID");
        assertThat(reasons(sameName.get("warnings"))).containsExactly("SIMILAR_NAME");
        assertThat(neither.has("warnings")).isFalse();
        assertThat(reasons(api.get("/api/parties/duplicates?name=antares%%20instruments")
                        .ok()))
                .contains("SIMILAR_NAME");
    }

    @Test
    void a_search_forgives_typing_errors_and_accents() {
        create(Map.of("name", "Müller & Söhne Maschinenbau", "roles", List.of("CUSTOMER")));
        for (String typed : List.of("muller sohne", "Mülller", "mashinenbau", "söhne maschinenbau")) {
            assertThat(names("/api/parties?q=" + encoded(typed))).as(typed).contains("Müller & Söhne Maschinenbau");
        }
        assertThat(names("/api/parties?q=" + encoded("bakery"))).doesNotContain("Müller & Söhne Maschinenbau");
    }

    @Test
    void lists_filter_sort_and_turn_pages() {
        var other = newCompany("Pages");
        for (String name : List.of("Cc", "Äa", "dd", "bb")) {
            other.post("/api/parties", Map.of("name", name, "roles", List.of("CUSTOMER")))
                    .created();
        }
        other.post("/api/parties", Map.of("name", "Ss", "roles", List.of("SUPPLIER")))
                .created();
        JsonNode page = other.get("/api/parties?role=CUSTOMER&limit=3").ok();
        assertThat(namesIn(page)).containsExactly("Äa", "bb", "Cc");
        String next = page.get("next").textValue();
        JsonNode rest =
                other.get("/api/parties?role=CUSTOMER&limit=3&after=" + next).ok();
        assertThat(namesIn(rest)).containsExactly("dd");
        assertThat(rest.get("next").isNull()).isTrue();
        assertThat(namesIn(other.get("/api/parties?sort=-name&limit=1").ok())).containsExactly("Ss");
        other.get("/api/parties?sort=notes").refused(422, "sort.unknown");
        other.get("/api/parties?colour=red").refused(422, "request.invalid");
    }

    @Test
    void an_inactive_party_is_kept_and_can_come_back() {
        JsonNode party = create(Map.of("name", "Capella Cars", "roles", List.of("CUSTOMER")));
        String path = "/api/parties/" + party.get("id").textValue();
        assertThat(api.post(path + "/deactivate").ok().get("active").booleanValue())
                .isFalse();
        assertThat(names("/api/parties?active=true&q=capella")).isEmpty();
        assertThat(names("/api/parties?active=false&q=capella")).containsExactly("Capella Cars");
        assertThat(api.post(path + "/activate").ok().get("version").intValue()).isEqualTo(2);
    }

    @Test
    void only_what_is_not_used_is_deleted() {
        JsonNode terms = api.post(
                        "/api/payment-terms",
                        Map.of("code", "USED", "name", "Used", "terms", Map.of("shares", List.of(share("100", 7)))))
                .created();
        JsonNode party = create(Map.of(
                "name",
                "Spica Spices",
                "roles",
                List.of("CUSTOMER"),
                "paymentTerms",
                terms.get("id").textValue()));
        String termsPath = "/api/payment-terms/" + terms.get("id").textValue();
        api.ifMatch(terms).delete(termsPath).refused(409, "payment_terms.used");
        api.ifMatch(party).delete("/api/parties/" + party.get("id").textValue()).noContent();
        api.ifMatch(terms).delete(termsPath).noContent();
        api.get(termsPath).refused(404, "payment_terms.unknown");
    }

    @Test
    void parties_of_another_company_do_not_exist() {
        JsonNode party = create(Map.of("name", "Vindemiatrix", "roles", List.of("CUSTOMER")));
        var other = newCompany("Stranger");
        other.get("/api/parties/" + party.get("id").textValue()).refused(404, "party.unknown");
        assertThat(other.get("/api/parties?q=vindemiatrix").ok().get("items")).isEmpty();
        assertThat(other.get("/api/parties/duplicates?name=Vindemiatrix").ok()).isEmpty();
    }

    private static Map<String, Object> share(String percent, int days) {
        return Map.of("percent", percent, "due", Map.of("kind", "NET", "days", days));
    }

    private JsonNode create(Map<String, ?> draft) {
        return api.post("/api/parties", draft).created();
    }

    private String first(String path) {
        return api.get(path).ok().get("items").get(0).get("id").textValue();
    }

    private List<String> names(String path) {
        return namesIn(api.get(path).ok());
    }

    private static List<String> namesIn(JsonNode page) {
        return page.get("items")
                .valueStream()
                .map(item -> item.get("name").textValue())
                .toList();
    }

    private static List<String> reasons(JsonNode like) {
        return like.valueStream().map(party -> party.get("reason").textValue()).toList();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("%", "%%");
    }
}
