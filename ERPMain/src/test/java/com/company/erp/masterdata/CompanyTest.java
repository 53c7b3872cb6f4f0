package com.company.erp.masterdata;

import static org.assertj.core.api.Assertions.assertThat;

import com.company.erp.HttpTest;
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
}
