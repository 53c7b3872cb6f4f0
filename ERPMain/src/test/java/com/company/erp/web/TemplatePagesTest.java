package com.company.erp.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;

class TemplatePagesTest extends PageTest {

    @Test
    void a_template_is_seen_as_it_is_written_kept_and_given_up() {
        signIn();
        go("/templates");
        page.locator("tbody a").first().click();
        assertThat(page.locator("h1")).containsText("Invoice");
        var seen = page.locator(".halves section img").first();
        assertThat(seen).isVisible();
        String before = seen.getAttribute("src");
        expectAccessible();

        String html = field("Source").inputValue();
        field("Source").fill(html.replace("</body>", "<p>\n<b th:text=\"${nothing}\">x</b></p></body>"));
        assertThat(page.locator(".halves .problem")).containsText("There is nothing called \"nothing\" here.");
        assertThat(page.locator(".halves .problem")).containsText("Line ");
        expectRefusal(() -> {
            button("Save").click();
            assertThat(page.locator("[role=alert]")).containsText("nothing");
        });
        field("Source").fill(html.replace("</body>", "<p>Seen before it is kept</p></body>"));
        assertThat(page.locator(".halves .problem")).hasCount(0);
        assertThat(page.locator(".halves section img").first().getAttribute("src"))
                .startsWith("data:image/png;base64,")
                .isNotEqualTo(before);
        button("Save").click();
        assertThat(button("Back to the given one")).isVisible();
        page.onceDialog(com.microsoft.playwright.Dialog::accept);
        button("Back to the given one").click();
        assertThat(button("Back to the given one")).isHidden();
        assertThat(field("Source").inputValue()).isEqualTo(html);

        go("/mail-templates/INVOICE/de");
        assertThat(page.locator(".halves .letter")).containsText("INV-2026-00042");
        field("Subject").fill("Rechnung {wrong}");
        assertThat(page.locator(".halves .problem")).containsText("{wrong}");
        open(PHONE, 800, ColorScheme.DARK);
        signIn();
        go("/mail-templates/INVOICE/de");
        expectNoWiderThanWindow();
        expectAccessible();
    }
}
