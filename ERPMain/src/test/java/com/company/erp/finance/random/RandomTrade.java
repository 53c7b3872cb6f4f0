package com.company.erp.finance.random;

import com.company.erp.Answer;
import com.company.erp.Api;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Somebody who does at random what users of invoices and payments do, mostly sensibly and now and then not. The same
 * seed does the same. A refusal is fine when it is one that the API describes.
 */
final class RandomTrade {

    /** Why somebody may be refused who asks for too much, too early or too late. */
    private static final Set<String> BY_DESIGN = Set.of(
            "allocation.date",
            "allocation.exceeds_open",
            "allocation.mismatch",
            "allocation.of_reversal",
            "allocation.reversed",
            "credit.date",
            "document.unknown",
            "invoice.not_issued",
            "invoice.not_positive",
            "invoice.nothing_left",
            "invoice.overcredited",
            "payment.amount",
            "payment.discount",
            "payment.rest",
            "payment.transition",
            "payment.write_off_limit");

    private final Api api;
    private final Market market;
    private final Random random;
    private final List<String> trace;
    private LocalDate today;

    /** @param trace hears each step */
    RandomTrade(Api api, Market market, long seed, List<String> trace) {
        this.api = api;
        this.market = market;
        this.random = new Random(seed);
        this.trace = trace;
        this.today = Market.BEGIN;
    }

    LocalDate today() {
        return today;
    }

    /** One step, some days after the one before. */
    void step() {
        today = min(today.plusDays(random.nextInt(4)), Market.END);
        switch (random.nextInt(20)) {
            case 0, 1, 2, 3, 4 -> invoice();
            case 5, 6 -> credit();
            case 7, 8, 9, 10, 11 -> receive();
            case 12, 13 -> allocate();
            case 14, 15 -> unallocate();
            case 16, 17 -> reverse();
            case 18 -> refund();
            default -> writeOff();
        }
    }

    private static LocalDate min(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }

    private Answer post(String path, Map<String, ?> body) {
        Answer answer = api.post(path, body);
        boolean done = answer.status() < 300;
        String refusal = done ? "" : answer.json().path("code").asText();
        trace.add(path + " " + body + " -> " + answer.status() + " " + refusal);
        if (!done && !BY_DESIGN.contains(refusal)) throw new AssertionError("Not by design: " + answer);
        return answer;
    }

    private List<JsonNode> list(String path) {
        List<JsonNode> items = new ArrayList<>();
        JsonNode answer = api.get(path).ok();
        (answer.isArray() ? answer : answer.get("items")).forEach(items::add);
        return items;
    }

    private void invoice() {
        String currency = market.currencyOf(random);
        List<Map<String, Object>> lines = new ArrayList<>();
        for (int line = 0; line <= random.nextInt(4); line++) lines.add(line(currency));
        var draft = new LinkedHashMap<String, Object>();
        draft.put("customer", one(market.customers()));
        draft.put("currency", currency);
        draft.put("taxRounding", random.nextBoolean() ? "PER_LINE" : "PER_DOCUMENT");
        draft.put("priceMode", random.nextInt(3) == 0 ? "GROSS" : "NET");
        if (random.nextInt(8) == 0) draft.put("type", "CREDIT_NOTE");
        if (random.nextInt(3) > 0) draft.put("paymentTerms", one(market.terms()));
        draft.put("lines", lines);
        Answer drafted = post("/api/invoices", draft);
        if (drafted.status() != 201) return;
        String id = drafted.json().get("id").textValue();
        post("/api/invoices/" + id + "/issue", Map.of("on", someDay()));
    }

    private Map<String, Object> line(String currency) {
        int price = 1 + random.nextInt(random.nextBoolean() ? 500 : 500_000);
        return Map.of(
                "text", "Goods",
                "quantity", BigDecimal.valueOf(1 + random.nextInt(5000), 3).toPlainString(),
                "unitPrice", BigDecimal.valueOf(price, unit(currency).scale()).toPlainString(),
                "discountPercent", Integer.toString(random.nextInt(3) == 0 ? random.nextInt(30) : 0),
                "taxCode", one(market.taxCodes()));
    }

    private void credit() {
        List<JsonNode> issued = list("/api/invoices?type=INVOICE&limit=50&customer=" + one(market.customers()));
        if (issued.isEmpty()) return;
        JsonNode invoice = one(issued);
        String path = "/api/invoices/" + invoice.get("id").textValue();
        var request = new LinkedHashMap<String, Object>(Map.of("on", someDay(), "reason", "Goodwill"));
        switch (random.nextInt(4)) {
            case 0 -> {} // All that is left.
            case 1 -> request.put("amount", part(invoice.at("/gross")));
            default -> {
                JsonNode line = one(list(api.get(path).ok().get("lines")));
                BigDecimal left = new BigDecimal(line.get("quantity").asText());
                BigDecimal quantity = left.multiply(BigDecimal.valueOf(1 + random.nextInt(4)))
                        .divide(BigDecimal.valueOf(4), 6, RoundingMode.UP);
                request.put(
                        "lines",
                        List.of(Map.of("line", line.get("id").textValue(), "quantity", quantity.toPlainString())));
            }
        }
        post(path + "/credit", request);
    }

    private static List<JsonNode> list(JsonNode array) {
        List<JsonNode> items = new ArrayList<>();
        array.forEach(items::add);
        return items;
    }

    private void receive() {
        String customer = one(market.customers());
        String currency = market.currencyOf(random);
        var receipt = new LinkedHashMap<String, Object>();
        receipt.put("customer", customer);
        receipt.put("date", someDay());
        BigDecimal amount = BigDecimal.ZERO;
        List<Map<String, Object>> shares = new ArrayList<>();
        for (JsonNode item : open(customer, currency, 1)) {
            if (shares.size() == 3 || random.nextBoolean()) continue;
            BigDecimal share = share(item, shares);
            amount = amount.add(share);
        }
        boolean more = shares.isEmpty() || random.nextInt(3) == 0;
        if (more) amount = amount.add(amount(currency));
        receipt.put("amount", money(amount, currency));
        receipt.put("shares", shares);
        if (random.nextInt(3) == 0) receipt.put("oldestFirst", true);
        if (random.nextInt(5) > 0) receipt.put("restAsCredit", true);
        if (random.nextInt(4) == 0) receipt.put("fee", money(unit(currency), currency));
        post("/api/payments/receive", receipt);
    }

    /** Adds the share of an item: a part, all, all less the discount, or now and then too much. */
    private BigDecimal share(JsonNode item, List<Map<String, Object>> shares) {
        BigDecimal open = decimal(item.at("/open/amount"));
        String currency = item.at("/open/currency").textValue();
        var share = new LinkedHashMap<String, Object>();
        share.put("document", item.at("/document/id").textValue());
        BigDecimal amount = open;
        if (item.hasNonNull("discount") && random.nextInt(3) > 0) {
            BigDecimal discount = decimal(item.at("/discount/amount"));
            amount = open.subtract(discount);
            share.put("discount", money(discount, currency));
        } else if (random.nextInt(3) == 0) {
            amount = decimal(part(item.get("open")).get("amount"));
        } else if (random.nextInt(20) == 0) {
            amount = open.add(unit(currency));
        }
        share.put("amount", money(amount, currency));
        shares.add(share);
        return amount;
    }

    private void allocate() {
        String customer = one(market.customers());
        String currency = market.currencyOf(random);
        List<JsonNode> debits = open(customer, currency, 1);
        List<JsonNode> credits = open(customer, currency, -1);
        if (debits.isEmpty() || credits.isEmpty()) return;
        JsonNode debit = one(debits);
        JsonNode credit = one(credits);
        BigDecimal most = decimal(debit.at("/open/amount"))
                .min(decimal(credit.at("/open/amount")).abs());
        BigDecimal amount = random.nextBoolean() ? most : part(most, currency);
        var pairing = Map.of(
                "debit", debit.get("id").textValue(),
                "credit", credit.get("id").textValue(),
                "amount", money(amount, currency));
        post("/api/allocations", Map.of("on", someDay(), "pairings", List.of(pairing)));
    }

    private void unallocate() {
        List<JsonNode> items = list("/api/open-items?sort=-date&limit=30&party=" + one(market.customers()));
        if (items.isEmpty()) return;
        String document = one(items).at("/document/id").textValue();
        List<JsonNode> made = list("/api/allocations?document=" + document);
        if (made.isEmpty()) return;
        post("/api/allocations/" + one(made).get("id").textValue() + "/undo", Map.of("on", someDay()));
    }

    private void reverse() {
        List<JsonNode> payments = list("/api/payments?limit=20&customer=" + one(market.customers()));
        if (payments.isEmpty()) return;
        String id = one(payments).get("id").textValue();
        post("/api/payments/" + id + "/reverse", Map.of("on", someDay(), "reason", "Bounced"));
    }

    private void refund() {
        String customer = one(market.customers());
        String currency = market.currencyOf(random);
        List<JsonNode> credits = open(customer, currency, -1);
        if (credits.isEmpty()) return;
        JsonNode credit = one(credits);
        BigDecimal open = decimal(credit.at("/open/amount")).abs();
        BigDecimal amount = random.nextBoolean() ? open : part(open, currency);
        var share = Map.of("document", credit.at("/document/id").textValue(), "amount", money(amount, currency));
        post(
                "/api/payments/refund",
                Map.of(
                        "customer", customer,
                        "date", someDay(),
                        "amount", money(amount, currency),
                        "shares", List.of(share)));
    }

    private void writeOff() {
        String customer = one(market.customers());
        String currency = market.currencyOf(random);
        List<JsonNode> debits = open(customer, currency, 1);
        if (debits.isEmpty()) return;
        JsonNode debit = one(debits);
        var writeOff = new LinkedHashMap<String, Object>(Map.of("customer", customer, "date", someDay()));
        writeOff.put("document", debit.at("/document/id").textValue());
        writeOff.put("amount", random.nextBoolean() ? debit.get("open") : part(debit.get("open")));
        writeOff.put("reason", "Insolvent");
        post("/api/payments/write-off", writeOff);
    }

    /** Open items of a customer in one currency: what it owes (1), or its credit (-1). */
    private List<JsonNode> open(String customer, String currency, int sign) {
        return list("/api/open-items?open=true&limit=50&party=" + customer).stream()
                .filter(item -> item.at("/open/currency").textValue().equals(currency))
                .filter(item -> decimal(item.at("/open/amount")).signum() == sign)
                .toList();
    }

    /** Today, or now and then some days ago, which may be too early. */
    private String someDay() {
        return today.minusDays(random.nextInt(4) == 0 ? random.nextInt(10) : 0).toString();
    }

    private Map<String, Object> part(JsonNode money) {
        String currency = money.get("currency").textValue();
        return money(part(decimal(money.get("amount")), currency), currency);
    }

    private BigDecimal part(BigDecimal whole, String currency) {
        BigDecimal part = whole.multiply(BigDecimal.valueOf(1 + random.nextInt(99), 2));
        return part.setScale(unit(currency).scale(), RoundingMode.UP);
    }

    private BigDecimal amount(String currency) {
        return BigDecimal.valueOf(1 + random.nextInt(20_000), unit(currency).scale());
    }

    private static BigDecimal unit(String currency) {
        return currency.equals("JPY") ? BigDecimal.ONE : new BigDecimal("0.01");
    }

    private static BigDecimal decimal(Object node) {
        return new BigDecimal(node instanceof JsonNode json ? json.asText() : node.toString());
    }

    private static Map<String, Object> money(BigDecimal amount, String currency) {
        return Map.of("amount", amount.toPlainString(), "currency", currency);
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
