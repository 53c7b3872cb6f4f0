package com.company.erp.finance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rent is due on the last of each month, insurance once a quarter. */
class RecurringTest extends FinanceScenario {

    private Map<String, Object> draft(String text, String every, String startsOn, String expense, String amount) {
        return new HashMap<>(Map.of(
                "text", text,
                "reason", "contract 17",
                "every", every,
                "startsOn", startsOn,
                "lines", List.of(debit(expense, amount), credit("1000", amount))));
    }

    private JsonNode recurring(Map<String, Object> draft) {
        return api.post("/api/recurring-entries", draft).created();
    }

    private List<String> dates(JsonNode recurring) {
        List<String> dates = new ArrayList<>();
        String path = "/api/recurring-entries/" + recurring.get("id").textValue();
        for (JsonNode date : api.get(path + "/dates?sort=dueOn").ok().get("items")) {
            dates.add(date.get("dueOn").textValue() + " " + date.get("status").textValue()
                    + (date.get("number").isNull()
                            ? ""
                            : " " + date.get("number").textValue()));
        }
        return dates;
    }

    private void lock(int month, String state) {
        String period = api.get("/api/fiscal-years")
                .ok()
                .at("/0/periods/" + (month - 1) + "/id")
                .textValue();
        api.post("/api/periods/" + period + "/lock", Map.of("state", state)).ok();
    }

    @Test
    void what_is_due_is_posted_once_and_every_missed_date_in_order() {
        JsonNode rent = recurring(draft("Rent", "MONTH", "2026-01-31", "6100", "900.00"));
        JsonNode insurance = recurring(draft("Car insurance", "QUARTER", "2026-02-10", "6190", "300.00"));

        nightOf("2026-01-30");
        assertThat(dates(rent)).isEmpty();
        nightOf("2026-01-31");
        nightOf("2026-01-31");
        assertThat(dates(rent)).containsExactly("2026-01-31 POSTED GEN-2026-00001");

        // The house was shut until May.
        nightOf("2026-05-02");
        assertThat(dates(rent))
                .containsExactly(
                        "2026-01-31 POSTED GEN-2026-00001",
                        "2026-02-28 POSTED GEN-2026-00003",
                        "2026-03-31 POSTED GEN-2026-00004",
                        "2026-04-30 POSTED GEN-2026-00005");
        assertThat(dates(insurance)).containsExactly("2026-02-10 POSTED GEN-2026-00002");
        expectBooks("""
                1000 Bank                     0.00 3900.00
                6100 Rent                  3600.00    0.00
                6190 Vehicle insurance and tax 300.00 0.00
                """);
    }

    @Test
    void a_locked_period_refuses_its_date_and_stops_no_other() {
        JsonNode rent = recurring(draft("Rent", "MONTH", "2026-01-31", "6100", "900.00"));
        lock(1, "SOFT_LOCKED");
        lock(2, "LOCKED");

        nightOf("2026-03-31");
        assertThat(dates(rent))
                .containsExactly("2026-01-31 REFUSED", "2026-02-28 REFUSED", "2026-03-31 POSTED GEN-2026-00001");
        String path = "/api/recurring-entries/" + rent.get("id").textValue();
        assertThat(api.get(path + "/dates").ok().at("/items/1/refusal").textValue())
                .startsWith("period.locked: ");

        lock(1, "OPEN");
        nightOf("2026-04-01");
        assertThat(dates(rent).getFirst()).isEqualTo("2026-01-31 POSTED GEN-2026-00002");

        api.post(path + "/skip", Map.of("dueOn", "2026-02-28")).ok();
        api.post(path + "/skip", Map.of("dueOn", "2026-02-28")).refused(409, "recurring.date_done");
        api.post(path + "/skip", Map.of("dueOn", "2026-06-30")).refused(404, "recurring.date_unknown");
        lock(2, "OPEN");
        nightOf("2026-04-02");
        assertThat(dates(rent).get(1)).isEqualTo("2026-02-28 SKIPPED");
        expectSoundLedger();
    }

    @Test
    void it_ends_pauses_and_changes_for_the_dates_to_come() {
        var wanted = draft("Rent", "MONTH", "2026-01-15", "6100", "900.00");
        wanted.put("endsOn", "2026-05-14");
        JsonNode rent = recurring(wanted);
        String path = "/api/recurring-entries/" + rent.get("id").textValue();
        nightOf("2026-01-15");

        JsonNode now = api.get(path).ok();
        wanted.put("lines", List.of(debit("6100", "950.00"), credit("1000", "950.00")));
        api.ifMatch(rent).put(path, wanted).refused(412, "record.stale");
        api.ifMatch(now).put(path, wanted).ok();
        wanted.put("every", "YEAR");
        api.ifMatch(api.get(path).ok()).put(path, wanted).refused(409, "recurring.schedule_fixed");
        nightOf("2026-02-15");

        api.post(path + "/deactivate").ok();
        nightOf("2026-03-20");
        api.post(path + "/activate", Map.of("from", "2026-04-01")).ok();
        nightOf("2026-12-31");
        assertThat(dates(rent))
                .containsExactly(
                        "2026-01-15 POSTED GEN-2026-00001",
                        "2026-02-15 POSTED GEN-2026-00002",
                        "2026-04-15 POSTED GEN-2026-00003");
        assertThat(api.get(path).ok().get("nextOn").isNull()).isTrue();
        expectBooks("""
                1000 Bank    0.00 2800.00
                6100 Rent 2800.00    0.00
                """);
    }

    @Test
    void what_would_be_refused_every_time_is_refused_at_once() {
        var unbalanced = draft("Rent", "MONTH", "2026-01-31", "6100", "900.00");
        unbalanced.put("lines", List.of(debit("6100", "900.00"), credit("1000", "800.00")));
        api.post("/api/recurring-entries", unbalanced).refused(409, "entry.unbalanced");
        api.post("/api/recurring-entries", draft("Sales", "MONTH", "2026-01-31", "1200", "900.00"))
                .refused(409, "entry.control_account");
        api.post("/api/recurring-entries", draft("Sales", "MONTH", "2026-01-31", "A1", "900.00"))
                .refused(409, "account.not_postable");
        var ended = draft("Rent", "MONTH", "2026-01-31", "6100", "900.00");
        ended.put("endsOn", "2025-12-31");
        api.post("/api/recurring-entries", ended).refused(422, "recurring.end");
    }
}
