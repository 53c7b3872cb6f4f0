package com.company.erp.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.company.erp.finance.InvoicingScenario;
import com.company.erp.web.frame.Look;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A story told in a browser. Whatever the browser complains of fails it. */
abstract class PageTest extends InvoicingScenario {

    protected static final int WIDE = 1440;
    protected static final int PHONE = 390;

    /** However busy the machine is with other things. */
    private static final double PATIENCE_MILLIS = 15_000;

    protected Page page;
    private static final String AXE = axe();

    private BrowserContext window;
    private final List<String> complaints = new ArrayList<>();

    @BeforeEach
    void openWindow() {
        open(WIDE, 900, ColorScheme.LIGHT);
    }

    protected void open(int width, int height, ColorScheme colours) {
        if (window != null) window.close();
        window = Browser.window(width, height, colours);
        window.setDefaultTimeout(PATIENCE_MILLIS);
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        page = window.newPage();
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !isGivenUp(message.text())) complaints.add(message.text());
        });
        page.onRequest(request -> {
            if (!request.url().startsWith(address()) && !request.url().startsWith("data:")) {
                complaints.add("A request to elsewhere: " + request.url());
            }
        });
    }

    /** A page that is left gives up what it still asks for, and htmx calls that an error. */
    private static boolean isGivenUp(String complaint) {
        return complaint.startsWith("htmx:sendAbort") || complaint.startsWith("htmx:afterRequest");
    }

    /** From now on the pages speak another language. */
    protected void speak(String language) {
        window.addCookies(List.of(new Cookie(Look.COOKIE, language + "..").setUrl(address())));
    }

    /** A page that is wider than the window would have to be pushed about to be read. */
    protected void expectNoWiderThanWindow() {
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as(page.url())
                .isTrue();
    }

    @AfterEach
    void closeWindow() {
        if (window != null) window.close();
        assertThat(complaints).isEmpty();
    }

    /** The browser tells of every answer that is no success; where one is expected, it is no complaint. */
    protected void expectRefusal(Runnable step) {
        step.run();
        complaints.removeIf(complaint -> complaint.startsWith("Failed to load resource"));
    }

    protected void go(String path) {
        Response answer = page.navigate(address() + path);
        ValidHtml.faults(answer.text()).forEach(fault -> complaints.add(path + ": " + fault));
    }

    /** Bytes that the page before us took, with all that it brought along. */
    protected long transferred() {
        Object bytes = page.evaluate("""
                        () => performance.getEntriesByType('resource').concat(performance.getEntriesByType('navigation'))
                                .reduce((sum, entry) => sum + entry.transferSize, 0)""");
        return ((Number) bytes).longValue();
    }

    protected void signIn(String username, String password) {
        go("/sign-in");
        field("User name").fill(username);
        field("Password").fill(password);
        button("Sign in").click();
    }

    protected Locator field(String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true))
                .first();
    }

    protected Locator button(String name) {
        return page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .first();
    }

    protected Locator link(String name) {
        return page.getByRole(
                        AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true))
                .first();
    }

    /** In the test's company, as its administrator. */
    protected void signIn() {
        signIn(api.get("/api/auth/me").ok().get("username").textValue(), PASSWORD);
        assertThat(title()).isEqualTo("Overview");
    }

    protected String title() {
        return page.locator("h1").first().innerText();
    }

    /** What axe-core finds that keeps somebody out. */
    protected void expectAccessible() {
        assertThat((List<?>) page.evaluate(AXE)).as(page.url()).isEmpty();
    }

    /** Only the grave faults leave the browser: axe-core's whole report holds every element of the page. */
    private static String axe() {
        try (var library = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
            return "async () => { if (!window.axe) {" + new String(library.readAllBytes(), UTF_8) + "}" + """
                    const report = await axe.run({resultTypes: ['violations']});
                    if (!report.passes.length) throw new Error('axe-core has looked at nothing');
                    return report.violations
                            .filter(rule => ['serious', 'critical'].includes(rule.impact))
                            .map(rule => rule.id + ': ' + rule.nodes[0].html);
                }""";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
