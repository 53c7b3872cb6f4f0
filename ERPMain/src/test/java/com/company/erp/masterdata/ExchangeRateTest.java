package com.company.erp.masterdata;

import static org.assertj.core.api.Assertions.assertThat;

import com.company.erp.Answer;
import com.company.erp.Api;
import com.company.erp.HttpTest;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Friday 2026-03-06 and the Thursday before it are quoted; yen only on Friday. */
class ExchangeRateTest extends HttpTest {

    private static final String DAYS = """
            <gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01" xmlns="urn:rates">
              <Cube>
                <Cube time="2026-03-06"><Cube currency="USD" rate="1.1600"/><Cube currency="CHF" rate="0.9300"/>
                  <Cube currency="JPY" rate="180.50"/></Cube>
                <Cube time="2026-03-05"><Cube currency="USD" rate="1.1700"/><Cube currency="CHF" rate="0.9400"/></Cube>
              </Cube>
            </gesmes:Envelope>
            """;

    @Test
    void a_weekend_is_answered_by_the_last_known_rate_with_its_date() {
        Api there = newCompany("Weekend");
        importFile(there, "application/xml", DAYS).ok();
        assertThat(rate(there, "EUR", "USD", "2026-03-08")).isEqualTo("1.16 from 2026-03-06");
        assertThat(rate(there, "EUR", "USD", "2026-03-05")).isEqualTo("1.17 from 2026-03-05");
    }

    @Test
    void the_other_way_round_and_crosses_are_worked_out_from_quotes_of_one_day() {
        Api there = newCompany("Crosses");
        importFile(there, "application/xml", DAYS).ok();
        assertThat(rate(there, "USD", "EUR", "2026-03-06")).isEqualTo("0.8620689655172414 from 2026-03-06");
        assertThat(rate(there, "CHF", "USD", "2026-03-05")).isEqualTo("1.24468085106383 from 2026-03-05");
        assertThat(rate(there, "JPY", "JPY", "2026-03-05")).isEqualTo("1 from 2026-03-05");
    }

    @Test
    void before_the_first_quote_there_is_no_rate() {
        Api there = newCompany("Early");
        importFile(there, "application/xml", DAYS).ok();
        there.get("/api/exchange-rates/rate?from=USD&to=EUR&date=2026-03-04").refused(409, "rate.missing");
        there.get("/api/exchange-rates/rate?from=JPY&to=USD&date=2026-03-05").refused(409, "rate.missing");
    }

    @Test
    void importing_a_file_twice_changes_nothing() {
        Api there = newCompany("Twice");
        JsonNode once = importFile(there, "application/xml", DAYS).ok();
        assertThat(once.get("read").intValue()).isEqualTo(5);
        assertThat(once.get("stored").intValue()).isEqualTo(5);
        assertThat(importFile(there, "application/xml", DAYS).ok().get("stored").intValue())
                .isZero();
        assertThat(there.get("/api/exchange-rates").ok().get("items")).hasSize(5);
    }

    @Test
    void the_history_of_years_is_taken_in_one_file() {
        Api there = newCompany("History");
        StringBuilder csv = new StringBuilder("Date,USD,JPY,CYP,\n");
        for (LocalDate day = LocalDate.of(2026, 3, 6); day.getYear() > 2015; day = day.minusDays(1)) {
            csv.append(day).append(",1.").append(1000 + day.getDayOfYear()).append(",150.1,N/A,\n");
        }
        JsonNode imported = importFile(there, "text/csv", csv.toString()).ok();
        assertThat(imported.get("first").textValue()).isEqualTo("2016-01-01");
        assertThat(imported.get("stored")).isEqualTo(imported.get("read"));
        assertThat(rate(there, "EUR", "USD", "2016-02-01")).isEqualTo("1.1032 from 2016-02-01");
    }

    @Test
    void a_rate_entered_by_hand_goes_before_the_banks_until_it_is_withdrawn() {
        Api there = newCompany("By hand");
        JsonNode manual = there.post(
                        "/api/exchange-rates", Map.of("from", "EUR", "to", "USD", "date", "2026-03-06", "rate", "1.2"))
                .created();
        importFile(there, "application/xml", DAYS).ok();
        assertThat(rate(there, "EUR", "USD", "2026-03-08")).isEqualTo("1.2 from 2026-03-06");
        there.post("/api/exchange-rates/" + manual.get("id").textValue() + "/withdraw")
                .noContent();
        assertThat(rate(there, "EUR", "USD", "2026-03-08")).isEqualTo("1.16 from 2026-03-06");
    }

    @Test
    void what_is_no_rate_is_refused() {
        api.post("/api/exchange-rates", Map.of("from", "EUR", "to", "EUR", "date", "2026-03-06", "rate", "1"))
                .refused(422, "exchange_rate.same_currency");
        api.post("/api/exchange-rates", Map.of("from", "EUR", "to", "USD", "date", "2026-03-06", "rate", "0"))
                .refused(422, "exchange_rate.rate");
        importFile(api, "text/csv", "hello").refused(422, "exchange_rates.format");
        importFile(api, "application/json", "{}").expect(415);
    }

    @Test
    void currencies_come_with_their_minor_units() {
        JsonNode yen = api.get("/api/currencies")
                .ok()
                .get("items")
                .valueStream()
                .filter(currency -> currency.get("code").textValue().equals("JPY"))
                .findFirst()
                .orElseThrow();
        assertThat(yen.get("minorUnits").intValue()).isZero();
    }

    private static Answer importFile(Api there, String type, String file) {
        return there.send("POST", "/api/exchange-rates/import", type, file.getBytes(StandardCharsets.UTF_8));
    }

    private static String rate(Api there, String from, String to, String date) {
        JsonNode rate = there.get("/api/exchange-rates/rate?from=" + from + "&to=" + to + "&date=" + date)
                .ok();
        return rate.get("rate").textValue() + " from " + rate.get("date").textValue();
    }
}
