package com.company.erp.masterdata;

import static org.assertj.core.api.Assertions.assertThat;

import com.company.erp.Api;
import com.company.erp.HttpTest;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CompanyTest extends HttpTest {

    @Test
    void the_founder_of_a_company_may_do_everything_there() {
        var me = api.get("/api/auth/me").ok();

        assertThat(me.get("company")).isEqualTo(company.get("id"));
        assertThat(me.get("permissions")).extracting(p -> p.textValue()).contains("company.change", "event.read");
    }

    @Test
    void a_company_says_what_was_said_of_it() {
        var answer = api.get("/api/company");

        assertThat(answer.ok().get("timeZone").textValue()).isEqualTo("Europe/Berlin");
        assertThat(answer.json().get("fiscalYearStartMonth").intValue()).isEqualTo(1);
        assertThat(answer.header("ETag")).isEqualTo("\"" + answer.json().get("version") + "\"");
    }

    private Map<String, Object> details() {
        return new HashMap<>(
                Map.of("name", "CompanyTest", "country", "DE", "baseCurrency", "EUR", "timeZone", "Europe/Berlin"));
    }

    @Test
    void a_company_is_changed_by_whoever_read_its_newest_version() {
        Api owner = newCompany("Changing");
        var before = owner.get("/api/company");
        var change = details();
        change.put("name", "Changed");
        change.put("vatId", "de 136.695.976");

        owner.put("/api/company", change).refused(428, "request.precondition_required");
        var after = owner.with("If-Match", before.header("ETag")).put("/api/company", change);
        assertThat(after.ok().get("name").textValue()).isEqualTo("Changed");
        assertThat(after.json().get("vatId").textValue()).isEqualTo("DE136695976");
        assertThat(after.header("ETag")).isNotEqualTo(before.header("ETag"));
        assertThat(owner.get("/api/company").ok()).isEqualTo(after.json());
        owner.with("If-Match", before.header("ETag"))
                .put("/api/company", change)
                .refused(412, "record.stale");
    }

    @Test
    void only_who_may_change_the_company_does() {
        Api accountant = asUserWith("ACCOUNTANT");
        accountant.get("/api/company").ok();
        accountant.ifMatch(company).put("/api/company", details()).refused(403, "access.denied");
    }

    @Test
    void the_currency_of_the_books_stays() {
        var change = details();
        change.put("baseCurrency", "USD");
        api.ifMatch(company).put("/api/company", change).refused(409, "company.currency_fixed");
    }

    @Test
    void a_vat_number_is_checked_when_a_company_is_founded_and_when_it_changes() {
        var mistyped = details();
        mistyped.put("vatId", "DE136695967");
        var tooShort = details();
        tooShort.put("vatId", "DE1366959");

        var refused = api.post("/api/companies", mistyped).refused(422, "tax_number.check_digit");
        assertThat(refused.at("/errors/0/field").textValue()).isEqualTo("vatId");
        api.ifMatch(company).put("/api/company", mistyped).refused(422, "tax_number.check_digit");
        api.ifMatch(company).put("/api/company", tooShort).refused(422, "tax_number.format");
        var right = details();
        right.put("vatId", "136695976");
        assertThat(api.post("/api/companies", right).created().get("vatId").textValue())
                .isEqualTo("DE136695976");
        var none = details();
        none.put("vatId", " ");
        assertThat(api.post("/api/companies", none).created().get("vatId").isNull())
                .isTrue();
    }
}
