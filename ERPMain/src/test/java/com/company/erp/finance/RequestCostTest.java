package com.company.erp.finance;

import static org.assertj.core.api.Assertions.assertThat;

import com.company.erp.SqlCount;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What the commonest requests cost, in counts that a busy machine does not change: statements, memory allocated (this
 * client's share included) and bytes answered. The limits leave room; whoever meets one has made a request dearer.
 */
class RequestCostTest extends InvoicingScenario {

    private static final int WARM_UP = 30;
    private static final int MEASURED = 40;

    private String acme;

    @BeforeEach
    void meetAcme() {
        acme = customer("Acme");
    }

    private Draft ofFiveLines() {
        var draft = invoice(acme);
        for (int i = 1; i <= 5; i++) draft.line("Part " + i, "2", "9.99", i % 2 == 0 ? VAT_20 : VAT_5);
        return draft;
    }

    @Test
    void issuing_an_invoice_of_five_lines_stays_cheap() {
        List<String> drafts = java.util.stream.Stream.generate(
                        () -> ofFiveLines().drafted())
                .limit(WARM_UP + MEASURED + 1)
                .toList();
        expectAllocated(2_000, i -> issue(drafts.get(i), "2026-03-02").ok());
        var statements =
                SqlCount.during(() -> issue(drafts.getLast(), "2026-03-02").ok());
        assertThat(statements).as("%s", String.join("\n", statements)).hasSizeBetween(5, 26);
    }

    @Test
    void reading_an_invoice_of_five_lines_stays_cheap() {
        String invoice = ofFiveLines().issuedOn("2026-03-02");
        expectAllocated(1_000, i -> found(invoice));
        var statements = SqlCount.during(() -> found(invoice));
        assertThat(statements).as("%s", String.join("\n", statements)).hasSizeBetween(2, 5);
        assertThat(api.get("/api/invoices/" + invoice).bytes()).hasSizeBetween(1_000, 8_000);
    }

    @Test
    void a_list_page_of_fifty_stays_cheap() {
        for (int i = 0; i < 50; i++) ofFiveLines().drafted();
        String page = "/api/invoices?status=DRAFT&limit=50";
        expectAllocated(2_000, i -> api.get(page).ok());
        var statements = SqlCount.during(() -> api.get(page).ok());
        assertThat(statements).as("%s", String.join("\n", statements)).hasSizeBetween(1, 3);
        assertThat(api.get(page).bytes()).hasSizeBetween(10_000, 60_000);
    }

    /** @param mostKilobytes for each request */
    private static void expectAllocated(int mostKilobytes, IntConsumer request) {
        for (int i = 0; i < WARM_UP; i++) request.accept(i);
        long before = allocated();
        for (int i = WARM_UP; i < WARM_UP + MEASURED; i++) request.accept(i);
        assertThat((allocated() - before) / MEASURED / 1024)
                .as("kilobytes allocated for a request")
                .isBetween(10L, (long) mostKilobytes);
    }

    /** By all threads so far: those that run the virtual ones count for them. */
    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getTotalThreadAllocatedBytes();
    }
}
