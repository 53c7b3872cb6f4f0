package com.company.erp.masterdata;

import static org.assertj.core.api.Assertions.assertThat;

import com.company.erp.HttpTest;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProductTest extends HttpTest {

    @Test
    void a_new_company_has_the_usual_units() {
        JsonNode units = api.get("/api/units").ok().get("items");
        assertThat(units)
                .extracting(unit -> unit.get("standardCode").textValue())
                .contains("C62", "KGM", "HUR");
    }

    @Test
    void a_price_may_be_finer_than_a_cent() {
        JsonNode product = product(Map.of(
                "code",
                "SCREW",
                "name",
                "Screw M4",
                "kind",
                "GOODS",
                "unit",
                unit("pcs"),
                "salePrice",
                Map.of("amount", "0.012345", "currency", "EUR"),
                "purchasePrice",
                Map.of("amount", "0.01", "currency", "EUR")));
        JsonNode read =
                api.get("/api/products/" + product.get("id").textValue()).ok();
        assertThat(read.get("salePrice").get("amount").textValue()).isEqualTo("0.012345");
        assertThat(read.get("purchasePrice").get("amount").textValue()).isEqualTo("0.01");
        Map<String, Object> tooFine = Map.of(
                "code",
                "FINE",
                "name",
                "Fine",
                "kind",
                "GOODS",
                "salePrice",
                Map.of("amount", "0.0123456", "currency", "EUR"));
        api.post("/api/products", tooFine).refused(422, "price.decimals");
    }

    @Test
    void links_to_what_does_not_exist_are_refused_by_field() {
        String nothing = company.get("id").textValue();
        JsonNode problem = api.post(
                        "/api/products",
                        Map.of(
                                "code",
                                "LINKS",
                                "name",
                                "Links",
                                "kind",
                                "SERVICE",
                                "unit",
                                nothing,
                                "salesTaxCode",
                                nothing,
                                "category",
                                nothing))
                .refused(422, "unit.unknown");
        assertThat(problem.get("errors"))
                .extracting(error -> error.get("code").textValue())
                .containsExactly("unit.unknown", "tax_code.unknown", "category.unknown");
    }

    @Test
    void a_code_is_taken_once() {
        product(Map.of("code", "ONCE", "name", "Once", "kind", "SERVICE"));
        api.post("/api/products", Map.of("code", "ONCE", "name", "Twice", "kind", "SERVICE"))
                .refused(409, "product.code_taken");
    }

    @Test
    void a_list_of_a_category_holds_all_below_it() {
        String tools = category("TOOLS", null);
        String drills = category("DRILLS", tools);
        product(Map.of("code", "D1", "name", "Percussion drill", "kind", "GOODS", "category", drills));
        product(Map.of("code", "D2", "name", "Bread", "kind", "GOODS"));
        assertThat(codes("/api/products?category=" + tools)).containsExactly("D1");
        assertThat(codes("/api/products?q=percusion&category=" + tools)).containsExactly("D1");
        assertThat(codes("/api/products?q=percusion&kind=SERVICE")).isEmpty();
    }

    @Test
    void a_category_is_never_part_of_itself() {
        String top = category("TOP", null);
        String middle = category("MIDDLE", top);
        String low = category("LOW", middle);
        api.ifMatch(0)
                .put("/api/categories/" + top, Map.of("code", "TOP", "name", "Top", "parent", low))
                .refused(409, "category.cycle");
        api.ifMatch(0)
                .put("/api/categories/" + top, Map.of("code", "TOP", "name", "Top", "parent", top))
                .refused(409, "category.cycle");
        api.ifMatch(0)
                .put("/api/categories/" + low, Map.of("code", "LOW", "name", "Low", "parent", top))
                .ok();
        api.ifMatch(0).delete("/api/categories/" + top).refused(409, "category.used");
    }

    @Test
    void a_unit_in_use_is_deactivated_and_not_deleted() {
        JsonNode unit = api.post("/api/units", Map.of("code", "box", "name", "box", "standardCode", "BX"))
                .created();
        String path = "/api/units/" + unit.get("id").textValue();
        product(Map.of(
                "code",
                "BOXED",
                "name",
                "Boxed",
                "kind",
                "GOODS",
                "unit",
                unit.get("id").textValue()));
        api.ifMatch(unit).delete(path).refused(409, "unit.used");
        assertThat(api.post(path + "/deactivate").ok().get("active").booleanValue())
                .isFalse();
    }

    @Test
    void a_product_is_changed_only_from_its_present_version() {
        JsonNode product = product(Map.of("code", "CHANGE", "name", "Old", "kind", "SERVICE"));
        String path = "/api/products/" + product.get("id").textValue();
        Map<String, Object> draft = Map.of("code", "CHANGE", "name", "New", "kind", "SERVICE");
        assertThat(api.ifMatch(product).put(path, draft).ok().get("name").textValue())
                .isEqualTo("New");
        api.ifMatch(product).put(path, draft).refused(412, "record.stale");
        api.ifMatch(product).delete(path).refused(412, "record.stale");
        api.ifMatch(1).delete(path).noContent();
    }

    private JsonNode product(Map<String, ?> draft) {
        return api.post("/api/products", draft).created();
    }

    private String unit(String code) {
        return api.get("/api/units?q=" + code)
                .ok()
                .get("items")
                .get(0)
                .get("id")
                .textValue();
    }

    private String category(String code, String parent) {
        Map<String, Object> draft = parent == null
                ? Map.of("code", code, "name", code)
                : Map.of("code", code, "name", code, "parent", parent);
        return api.post("/api/categories", draft).created().get("id").textValue();
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
