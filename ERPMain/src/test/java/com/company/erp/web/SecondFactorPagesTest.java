package com.company.erp.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.company.erp.Api;
import com.company.erp.user.Phone;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;

class SecondFactorPagesTest extends PageTest {

    @Test
    void who_must_have_a_second_factor_sets_it_up_and_an_administrator_takes_it_off_again() {
        signIn();
        page.onDialog(Dialog::accept);
        go("/roles");
        link("Who needs a second factor").click();
        page.locator("input[value='WAREHOUSE']").check();
        expectAccessible();
        button("Save").click();
        assertThat(page.locator("#notice")).containsText("led to it with the next click");

        Api clerk = asUserWith("WAREHOUSE");
        String username = clerk.get("/api/auth/me").ok().get("username").textValue();
        open(PHONE, 844, ColorScheme.DARK);
        signIn(username, PASSWORD);
        assertThat(page.getByText("Your company asks for a second factor.")).isVisible();
        assertThat(page.locator(".top")).hasCount(0);
        expectAccessible();
        expectNoWiderThanWindow();
        field("Current password").fill(PASSWORD);
        button("Set up").click();
        assertThat(page.locator(".code img")).isVisible();
        expectAccessible();
        expectNoWiderThanWindow();
        String secret = page.locator(".key code").innerText();
        field("Code of your second factor").fill(Phone.codeNow(secret));
        button("Turn it on").click();
        assertThat(page.locator(".codes li")).hasCount(10);
        expectAccessible();
        expectNoWiderThanWindow();
        link("I have kept them").click();
        assertThat(page.locator("h1")).hasText("Overview");

        open(WIDE, 900, ColorScheme.LIGHT);
        signIn();
        go("/members/" + clerk.get("/api/auth/me").ok().get("id").textValue());
        page.onDialog(Dialog::accept);
        button("Remove second factor").click();
        assertThat(button("Remove second factor")).hasCount(0);
        assertThat(clerk.get("/api/auth/second-factor").ok().get("active").booleanValue())
                .isFalse();
    }
}
