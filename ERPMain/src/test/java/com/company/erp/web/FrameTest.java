package com.company.erp.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.session.SessionRepository;

class FrameTest extends PageTest {

    @Autowired
    private SessionRepository<?> sessions;

    @Test
    void an_invited_user_chooses_a_password_and_is_offered_what_the_role_allows() {
        String once = api.post(
                        "/api/users",
                        Map.of("username", "clerk@example.com", "name", "Clerk", "roles", List.of("WAREHOUSE")))
                .created()
                .get("oneTimePassword")
                .textValue();
        go("/invoices?status=PAID");
        assertThat(page.url()).contains("/sign-in?to=");
        field("User name").fill("clerk@example.com");
        field("Password").fill("a wrong one");
        expectRefusal(() -> {
            button("Sign in").click();
            assertThat(page.getByText("The user name or the password is wrong."))
                    .isVisible();
        });
        expectAccessible();

        field("Password").fill(once);
        button("Sign in").click();
        assertThat(page.locator("h1")).hasText("Change password");
        field("Current password").fill(once);
        field("New password").fill(PASSWORD);
        button("Change password").click();

        assertThat(page.getByText("The password is changed.")).isVisible();
        assertThat(link("Products")).isVisible();
        assertThat(link("Invoices")).isHidden();
        assertThat(link("Users")).isHidden();
        expectAccessible();
    }

    @Test
    void an_administrator_founds_a_company_and_opens_its_books_in_two_forms() {
        installation(null);
        signIn("admin", PASSWORD);
        go("/setup/company");
        field("Name").fill("Founded at the browser");
        field("Country").selectOption("DE");
        field("Currency of the books").selectOption("EUR");
        field("Time zone").selectOption("Europe/Berlin");
        expectAccessible();
        button("Go on to the books").click();

        assertThat(page.locator("h1")).hasText("Open the books");
        assertThat(field("Chart of accounts")).hasValue("de-skr04");
        field("First day of the fiscal year").fill("2026-01-15");
        expectRefusal(() -> {
            button("Open the books").click();
            assertThat(page.locator(".error")).containsText("first of a month");
        });
        field("First day of the fiscal year").fill("1/1/2026");
        button("Open the books").click();

        assertThat(page.getByText("The books are open. Invoices can be issued."))
                .isVisible();
        assertThat(page.locator(".start li.done")).containsText(new String[] {"EUR", "Steuerfrei", "INV-{year}"});
        expectAccessible();
        go("/system");
        assertThat(page.locator(".facts .badge.done:has-text('Up')")).hasCount(3);
        assertThat(page.locator(".care tr")).hasCount(8);
        assertThat(page.getByText("No backup was noted yet.").count())
                .as("said of the newest and in the list, or of neither")
                .isIn(0, 2);
        assertThat(page.getByText("PostgreSQL")).isVisible();
        assertThat(page.locator("section:has(h2:text('Again and again'))")).containsText("Numbering of events");
        expectAccessible();
        go("/setup");
        page.locator(".start a:has-text('Users')").click();
        assertThat(page.locator("h1")).hasText("Invite a user");
        go("/accounts");
        assertThat(page.locator("tbody tr").first()).isVisible();
    }

    @Test
    void language_and_theme_stay_as_they_were_chosen_and_arabic_reads_from_right_to_left() {
        open(PHONE, 844, ColorScheme.DARK);
        go("/sign-in");
        var gate = page.locator(".gate").boundingBox();
        assertThat(gate.y + gate.height / 2).as("in the middle").isBetween(412.0, 432.0);
        field("Language").selectOption("de");
        assertThat(page.locator("h1")).hasText("Anmelden");
        expectAccessible();
        field("Sprache").selectOption("ar");
        assertThat(page.locator("html")).hasAttribute("dir", "rtl");
    }

    @Test
    void pages_and_records_are_found_by_keyboard_alone_and_the_bell_tells_what_happened() {
        String customer = customer("Aalto Oy");
        invoice(customer).line("Work", "2", "1000.00", VAT_20).issuedOn("2026-03-02");
        nightOf("2026-05-01");
        signIn();
        assertThat(page.locator(".notices .count")).containsText("1");

        page.keyboard().press("Control+k");
        assertThat(page.locator("#found [role=option][aria-selected]")).containsText("Overview");
        page.keyboard().type("2,400");
        assertThat(page.locator("#found [aria-selected]")).containsText("INV-2026-00001");
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).containsText("INV-2026-00001");

        page.keyboard().press("Control+k");
        page.keyboard().type("aalto");
        assertThat(page.locator("#found [role=option]")).hasCount(2);
        expectAccessible();
        page.keyboard().press("ArrowDown");
        assertThat(page.locator("#found [aria-selected]")).containsText("INV-2026-00001");
        page.keyboard().press("ArrowUp");
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).hasText("Aalto Oy");
        page.keyboard().press("Control+k");
        page.keyboard().type("new prod");
        assertThat(page.locator("#found [aria-selected]")).containsText("New product");
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).hasText("New product");

        go("/");
        page.keyboard().press("?");
        assertThat(page.locator("#shortcuts")).containsText("What waits for you");
        page.keyboard().press("Escape");
        page.locator(".notices summary").click();
        assertThat(page.locator(".notice.fresh")).containsText("Overdue since today: 1");
        expectAccessible();
        page.locator(".notice").click();
        assertThat(page.locator("tbody .badge")).hasText("Overdue");
        assertThat(page.locator(".notices .count")).hasCount(0);
        assertThat(api.get("/api/notices").ok().get(0).get("fresh").booleanValue())
                .isFalse();
    }

    @Test
    void the_pages_of_safety_and_care_are_worked_by_keyboard_alone() {
        for (String gate :
                List.of("/forgot-password", "/welcome?token=none", "/confirm-email?token=none", "/sign-in")) {
            go(gate);
            expectWorkedByKeyboard();
        }
        page.locator("[name=username]").focus();
        page.keyboard().type(api.get("/api/auth/me").ok().get("username").textValue());
        page.keyboard().press("Tab");
        page.keyboard().type(PASSWORD);
        page.keyboard().press("Tab");
        page.keyboard().press("Space");
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).hasText("Overview");
        assertThat(session().expires)
                .as("stays on this device")
                .isGreaterThan(Instant.now().plus(Duration.ofDays(14)).getEpochSecond());
        var kept = sessions.findById(new String(Base64.getDecoder().decode(session().value), UTF_8));
        assertThat(kept.getMaxInactiveInterval()).isEqualTo(Duration.ofDays(14));
        for (String path : List.of(
                "/second-factor",
                "/second-factor/passkeys/new",
                "/second-factor-policy",
                "/sessions",
                "/password",
                "/identity-providers/new",
                "/files",
                "/system",
                "/imports/new",
                "/exchange-rates/import",
                "/templates")) {
            go(path);
            expectWorkedByKeyboard();
        }

        go("/step-up?to=/sessions");
        page.keyboard().type(PASSWORD);
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).hasText("Sessions");

        go("/print-templates/INVOICE/en");
        expectWorkedByKeyboard();
        field("Source").focus();
        page.keyboard().press("Control+s");
        assertThat(button("Back to the given one")).isVisible();
        page.keyboard().press("Escape");
        assertThat(page.locator("h1")).containsText("Templates");
    }

    private Cookie session() {
        return page.context().cookies().stream()
                .filter(cookie -> cookie.name.equals("erp_session"))
                .findFirst()
                .orElseThrow();
    }

    private void expectWorkedByKeyboard() {
        assertThat(Keyboard.faults(page)).as(page.url()).isEmpty();
    }

    @Test
    void sessions_are_ended_from_afar_and_signing_out_ends_this_one() {
        String user = api.get("/api/auth/me").ok().get("username").textValue();
        signIn();
        page.onDialog(Dialog::accept);
        go("/sessions");
        assertThat(page.locator("tbody .badge:has-text('This one')")).hasCount(1);
        int open = page.locator("tbody .badge:has-text('Open')").count();
        button("End").click();
        assertThat(page.locator("tbody .badge:has-text('Open')")).hasCount(open - 1);
        expectAccessible();
        button("End all").click();
        assertThat(page.locator("h1")).hasText("Sign in");
        page.waitForLoadState();
        signIn(user, PASSWORD);
        page.locator("summary .face").click();
        button("Sign out").click();
        assertThat(page.locator("h1")).hasText("Sign in");
        go("/invoices");
        assertThat(page.locator("h1")).hasText("Sign in");
    }

    @Test
    void a_page_that_does_not_exist_says_so_in_words() {
        signIn();
        expectRefusal(() -> go("/nowhere/at/all"));
        assertThat(page.locator("h1")).hasText("Nothing is here");
    }

    @Test
    void the_api_knows_no_session_and_pages_take_no_change_from_elsewhere() {
        assertThat(api.get("/api/company").header("Set-Cookie")).isEmpty();
        signIn();
        assertThat(session().expires).as("ends with the browser").isNegative();
        String cookie = session().name + "=" + session().value;
        stranger().with("Cookie", cookie).get("/api/company").refused(401, "session.missing");

        var forged = stranger()
                .with("Cookie", cookie)
                .send("POST", "/parties/new", "application/x-www-form-urlencoded", "name=Forged".getBytes());
        assertThat(forged.status()).isEqualTo(303);
        assertThat(forged.header("Location")).contains("/sign-in");
        assertThat(api.get("/api/parties").ok().get("items")).isEmpty();
    }

    @Test
    void the_first_page_is_light_and_the_next_lighter() {
        go("/sign-in");
        assertThat(transferred()).isBetween(10_000L, 350_000L);
        go("/sign-in");
        assertThat(transferred()).isLessThan(30_000);
    }
}
