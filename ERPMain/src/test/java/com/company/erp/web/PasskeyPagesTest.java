package com.company.erp.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.company.erp.Answer;
import com.company.erp.Api;
import com.company.erp.hostile.PageVisitor;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Passkeys with a device that Chromium pretends to have. */
class PasskeyPagesTest extends PageTest {

    /** Passkeys are made for a name, never for a number. */
    @Override
    protected String address() {
        return super.address().replace("127.0.0.1", "localhost");
    }

    /** A device that knows its user, and keeps passkeys as long as the window is open. */
    private void plugIn() {
        CDPSession devices = page.context().newCDPSession(page);
        devices.send("WebAuthn.enable");
        var options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        var device = new JsonObject();
        device.add("options", options);
        devices.send("WebAuthn.addVirtualAuthenticator", device);
    }

    private static String nameOf(Api user) {
        return user.get("/api/auth/me").ok().get("username").textValue();
    }

    private void signOut() {
        page.locator("summary .face").click();
        button("Sign out").click();
    }

    @Test
    void a_passkey_is_made_signs_in_alone_and_counts_as_a_second_factor() {
        Api clerk = asUserWith("ADMIN");
        String username = nameOf(clerk);
        plugIn();
        signIn(username, PASSWORD);
        go("/second-factor/passkeys/new");
        expectAccessible();
        field("Name").fill("Laptop");
        field("Current password").fill(PASSWORD);
        button("Go on").click();
        button("Make the passkey").click();
        assertThat(page.locator(".codes li")).hasCount(10);
        String recovery = page.locator(".codes code").first().innerText();
        link("I have kept them").click();

        signOut();
        Request sent = page.waitForRequest(
                "**/sign-in/passkey", () -> button("Use a passkey").click());
        assertThat(page.locator("h1")).hasText("Overview");
        assertThat(clerk.get("/api/audit?action=add-passkey").ok().get("items")).hasSize(1);
        assertThat(api.get("/api/users?secondFactor=true").ok().get("items").findValuesAsText("username"))
                .contains(username);

        // The password alone is not enough any more, and what was signed once is good for nothing else.
        clerkSignsIn(username, null).refused(401, "sign_in.code_needed");
        clerkSignsIn(username, recovery).ok();
        PageVisitor thief = PageVisitor.at(address());
        String signed =
                URLDecoder.decode(sent.postData().replaceFirst(".*credential=([^&]*).*", "$1"), StandardCharsets.UTF_8);
        thief.post("/sign-in/passkey", Map.of("credential", signed)).expect(303);
        assertThat(thief.post("/sign-in/passkey/ask", Map.of()).expect(200).text())
                .contains("\"userVerification\":\"required\"", "\"rpId\":\"localhost\"");
        thief.post("/sign-in/passkey", Map.of("credential", signed)).expect(422);
        for (String nonsense : List.of("{}", "[]", "nonsense", "{\"id\":\"AA\",\"rawId\":\"AA\",\"response\":{}}")) {
            thief.post("/sign-in/passkey/ask", Map.of()).expect(200);
            thief.post("/sign-in/passkey", Map.of("credential", nonsense)).expect(422);
        }

        go("/step-up?to=/parties");
        button("Use a passkey").click();
        assertThat(page.locator("h1")).hasText("Customers and suppliers");
        assertThat(clerk.get("/api/audit?action=step-up").ok().get("items")).hasSize(1);

        go("/second-factor");
        expectAccessible();
        PageVisitor colleague = PageVisitor.at(address());
        colleague
                .post("/sign-in", Map.of("username", nameOf(asUserWith("ADMIN")), "password", PASSWORD))
                .expect(303);
        String another = link("Rename").getAttribute("href");
        colleague.get(another).expect(404);
        colleague.post(another, Map.of("name", "Mine")).expect(422);
        link("Rename").click();
        field("Name").fill("Old laptop");
        button("Rename").click();
        assertThat(page.locator(".passkeys li")).containsText("Old laptop");
        link("Remove").click();
        field("Current password").fill("a wrong one");
        expectRefusal(() -> {
            button("Remove").click();
            assertThat(page.locator(".error")).isVisible();
        });
        field("Current password").fill(PASSWORD);
        button("Remove").click();
        assertThat(page.locator(".passkeys li")).hasCount(0);
        clerkSignsIn(username, null).ok();

        open(PHONE, 844, ColorScheme.DARK);
        go("/sign-in");
        assertThat(button("Use a passkey")).isVisible();
        expectAccessible();
        expectNoWiderThanWindow();
    }

    private Answer clerkSignsIn(String username, @Nullable String code) {
        var credentials = new HashMap<>(Map.of("username", username, "password", PASSWORD));
        if (code != null) credentials.put("code", code);
        return stranger().post("/api/auth/login", credentials);
    }
}
