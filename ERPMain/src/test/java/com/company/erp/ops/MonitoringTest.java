package com.company.erp.ops;

import static org.assertj.core.api.Assertions.assertThat;

import com.company.erp.finance.InvoicingScenario;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the dashboards and the alerts ask for is there. */
class MonitoringTest extends InvoicingScenario {

    private static final Path MONITORING = Path.of("../ops/monitoring");
    private static final Pattern METRIC = Pattern.compile("\\b([a-z][a-z0-9_]+)\\{");
    private static final Pattern RECORDED = Pattern.compile("\\b(erp:[a-z0-9_:]+)");

    /** There only where HTTPS is served by a bundle. */
    private static final Set<String> ELSEWHERE = Set.of("up", "ssl_chain_expiry_seconds");

    @Test
    void every_metric_of_a_dashboard_or_an_alert_is_in_a_scrape() throws IOException {
        String customer = customer("Acme");
        String invoice =
                invoice(customer).line("Consulting", "1", "100.00", ZERO_RATED).issuedOn("2026-03-02");
        received("100.00", customer, invoice, "2026-03-03");
        nightOf("2026-03-04");

        String scrape = stranger().get("/actuator/prometheus").text();
        Set<String> there = scrape.lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("[ {]", 2)[0])
                .collect(Collectors.toSet());

        assertThat(there).containsAll(asked());
        assertThat(scrape)
                .contains("erp_events_total{type=\"invoice.issued\"}")
                .contains("erp_events_total{type=\"payment.posted\"}")
                .contains("uri=\"/api/invoices/{id}/issue\"")
                .containsPattern("erp_posting_seconds_count [1-9]")
                .containsPattern("erp_job_seconds_count\\{name=\"invoice.overdue\"} [1-9]")
                .containsPattern("erp_job_seconds_count\\{name=\"proof of the books\"} [1-9]")
                .doesNotContain("erp_signins_failed NaN")
                .doesNotContain("Acme");
    }

    @Test
    void every_recorded_figure_that_a_dashboard_shows_is_recorded() throws IOException {
        String rules = Files.readString(MONITORING.resolve("rules/erp.yml"));
        for (String expression : expressions()) {
            RECORDED.matcher(expression)
                    .results()
                    .forEach(found -> assertThat(rules).contains("record: " + found.group(1)));
        }
    }

    private static Set<String> asked() throws IOException {
        var asked = new TreeSet<String>();
        List<String> texts = expressions();
        texts.add(Files.readString(MONITORING.resolve("rules/erp.yml")));
        for (String text : texts) {
            METRIC.matcher(text).results().forEach(found -> asked.add(found.group(1)));
        }
        asked.removeAll(ELSEWHERE);
        assertThat(asked).hasSizeGreaterThan(20);
        return asked;
    }

    private static List<String> expressions() throws IOException {
        var expressions = new ArrayList<String>();
        for (String name : List.of("operator", "business")) {
            var dashboard = new ObjectMapper()
                    .readTree(MONITORING
                            .resolve("grafana/dashboards/" + name + ".json")
                            .toFile());
            for (var panel : dashboard.get("panels")) {
                assertThat(panel.get("title").textValue()).isNotBlank();
                panel.get("targets")
                        .forEach(target -> expressions.add(target.get("expr").textValue()));
            }
        }
        return expressions;
    }
}
