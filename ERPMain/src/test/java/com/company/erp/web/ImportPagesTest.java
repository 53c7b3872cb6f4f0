package com.company.erp.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.company.erp.SqlCount;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ImportPagesTest extends PageTest {

    private static FilePayload csv(String text) {
        return new FilePayload("products.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_file_of_other_headings_is_mapped_checked_and_imported() {
        signIn();
        go("/imports");
        link("Import a file").click();
        field("Records").selectOption("products");
        expectAccessible();
        page.locator("input[type=file]").setInputFiles(csv("""
                Code;Item;Sale price;Currency of the sale price;Colour
                A-1;Bolt;0.25;EUR;grey
                A-2;;a lot;EUR;grey
                """));
        assertThat(page.locator(".mapping tbody tr")).hasCount(5);
        assertThat(page.getByLabel("Code")).hasValue("code");
        assertThat(page.getByLabel("Sale price").first()).hasValue("salePrice");
        assertThat(page.getByLabel("Colour")).hasValue("");
        expectAccessible();

        expectRefusal(() -> {
            button("Check only").click();
            assertThat(page.locator("#checked .problem")).containsText("Name: is needed");
        });
        page.getByLabel("Item").selectOption("name");
        button("Check only").click();
        assertThat(page.locator("#checked .outcome")).containsText("2 rows checked, 1 of them wrong");
        assertThat(page.locator("#checked tbody tr").first()).containsText("3");
        assertThat(page.locator("#checked tbody")).containsText("1234.50");
        expectAccessible();
        var file = page.waitForDownload(() -> link("Refused rows CSV").click());
        assertThat(file.suggestedFilename()).isEqualTo("refused.csv");
        assertThat(api.get("/api/products").ok().get("items")).isEmpty();

        button("Import").click();
        assertThat(page.locator("#checked .problem")).containsText("Nothing was written");
        field("Wrong rows").selectOption("SKIP");
        button("Import").click();
        assertThat(page.locator("h1")).hasText("Products");
        assertThat(page.locator(".outcome")).containsText("2 rows: 1 written, 1 refused");
        assertThat(api.get("/api/products").ok().get("items").get(0).get("code").textValue())
                .isEqualTo("A-1");

        assertThat(SqlCount.during(() -> go("/imports"))).hasSizeLessThanOrEqualTo(6);
        assertThat(page.locator("tbody tr")).hasCount(3);
        open(PHONE, 844, ColorScheme.DARK);
        signIn();
        speak("ar");
        go("/imports/new?resource=products");
        page.locator("input[type=file]").setInputFiles(csv("code,name\nA-3,Nut\n"));
        assertThat(page.locator(".mapping tbody tr")).hasCount(2);
        expectAccessible();
        expectNoWiderThanWindow();
    }

    @Test
    void a_long_file_goes_on_by_itself_and_its_page_follows() {
        var rows = new StringBuilder("code,name\n");
        for (int i = 0; i < 1_500; i++) rows.append("P-").append(i).append(",Product\n");
        signIn();
        go("/imports/new?resource=products");
        page.locator("input[type=file]").setInputFiles(csv(rows.toString()));
        button("Import").click();
        assertThat(page.locator(".outcome")).containsText("1,500 rows: 1,500 written, 0 refused");
    }
}
