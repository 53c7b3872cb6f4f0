package com.company.erp.assembly.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.company.erp.Api;
import com.company.erp.HttpTest;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class DemoCompanyTest extends HttpTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    @Autowired
    private DemoCompany demo;

    @Test
    void the_demo_company_has_traded_for_a_year_on_sound_books_and_is_made_once() throws Exception {
        String password = demo.found(TODAY).orElseThrow();

        Api user = stranger().signedIn(DemoUser.USERNAME, password, null);

        assertThat(user.get("/api/invoices?limit=500").ok().get("items").size()).isGreaterThan(60);
        assertThat(user.post("/api/ledger/check").ok().get("sound").booleanValue())
                .isTrue();
        assertThat(user.post("/api/open-items/check").ok()).isEmpty();
        assertThat(demo.found(TODAY)).isEmpty();
    }
}
