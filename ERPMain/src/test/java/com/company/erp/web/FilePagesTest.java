package com.company.erp.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilePagesTest extends PageTest {

    private static final byte[] PICTURE = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGNgYGAAAAAEAAH2FzhVAAAAAElFTkSuQmCC");

    @TempDir
    private Path folder;

    /** More than 51 MB, none of which is on the disk. */
    private Path large() {
        try (var file = new RandomAccessFile(folder.resolve("Large.pdf").toFile(), "rw")) {
            file.setLength((51L << 20) + 1);
            return folder.resolve("Large.pdf");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void files_are_dropped_on_a_record_tagged_shown_linked_and_held() {
        String party = customer("Acme");
        String product = api.post("/api/products", Map.of("code", "ROPE", "name", "Rope", "kind", "GOODS"))
                .created()
                .get("id")
                .textValue();
        signIn();
        go("/parties/" + party);
        expectRefusal(() -> {
            page.locator(".files input[type=file]").setInputFiles(new FilePayload[] {
                new FilePayload("Contract.txt", "text/plain", "Delivery in spring".getBytes(UTF_8)),
                new FilePayload("Site plan.png", "image/png", PICTURE),
                new FilePayload("Tool.exe", "application/octet-stream", new byte[] {'M', 'Z', 0, 1, 2})
            });
            assertThat(page.locator(".files [data-said]")).hasText("Tool.exe: Files of this type are not kept.");
        });
        assertThat(page.locator(".files li")).hasCount(2);
        Path large = large();
        expectRefusal(() -> {
            page.locator(".files input[type=file]").setInputFiles(large);
            assertThat(page.locator(".files [data-said]")).hasText("Large.pdf: The file is larger than may be kept.");
        });
        expectAccessible();

        link("Contract.txt").click();
        assertThat(page.frameLocator(".preview iframe").locator("body")).containsText("Delivery in spring");
        link("Edit").click();
        field("Tags").fill("Contract, spring 2026");
        page.keyboard().press("Control+s");
        assertThat(page.locator(".facts")).containsText("contract, spring 2026");
        assertThat(link("Acme")).isVisible();
        expectAccessible();
        link("Legal hold…").click();
        field("Reason").fill("Case 12");
        button("Hold").click();
        assertThat(page.locator(".facts")).containsText("Case 12");
        assertThat(button("Remove")).isHidden();
        link("Link to a record…").click();
        field("Record").pressSequentially("rope");
        page.locator("[role=option]", new com.microsoft.playwright.Page.LocatorOptions().setHasText("ROPE Rope"))
                .click();
        button("Link").click();
        assertThat(page.locator(".facts")).containsText("Rope");
        assertThat(page.locator(".facts")).containsText("Acme");

        go("/files?tag=contract");
        assertThat(page.locator("tbody tr")).hasCount(1);
        go("/files");
        link("Site plan.png").click();
        assertThat(page.locator(".preview img")).isVisible();
        assertThat((Integer) page.evaluate("document.querySelector('.preview img').naturalWidth"))
                .isEqualTo(1);

        go("/products/" + product);
        link("Add a file that is here already").click();
        field("File").fill("");
        field("File").pressSequentially("x");
        field("File").press("Backspace");
        page.locator("[role=option]", new com.microsoft.playwright.Page.LocatorOptions().setHasText("Site plan.png"))
                .click();
        button("Add").click();
        assertThat(page.locator(".files li")).hasCount(2);
        assertThat(page.locator(".files")).containsText("Site plan.png 0.1 kB");
        open(PHONE, 800, ColorScheme.DARK);
        signIn();
        go("/files");
        assertThat(page.locator("tbody tr")).hasCount(2);
        assertThat(page.locator("tbody td.number").first()).containsText("kB");
        expectNoWiderThanWindow();
        expectAccessible();
    }
}
