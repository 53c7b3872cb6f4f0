package com.company.erp.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** How long others wait for the next number while an import of 10 000 invoices takes its block of numbers. */
final class ImportWait implements Bench.Workload {

    private static final int INVOICES = 10_000;

    @Override
    public String name() {
        return "import-wait";
    }

    @Override
    public void run(Erp erp, Results results) throws Exception {
        Tenant tenant = erp.company("Import", "2026-01-01");
        try (var http = tenant.connect()) {
            String customer = http.send(
                            "POST",
                            "/api/parties",
                            Map.of("code", "ACME", "name", "Acme", "roles", List.of("CUSTOMER")))
                    .json()
                    .get("id")
                    .textValue();
            byte[] draft = draft(customer, taxCode(http));
            for (int i = 0; i < 50; i++) issue(http, draft);
            double usual = median(http, draft);
            long begin = System.nanoTime();
            String id = http.send("POST", "/api/invoices/import", "text/csv", file(), "")
                    .json()
                    .get("id")
                    .textValue();
            List<Double> waits = new ArrayList<>();
            JsonNode report = http.send("GET", "/api/imports/" + id, null).json();
            for (;
                    report.get("endedAt").isNull();
                    report = http.send("GET", "/api/imports/" + id, null).json()) {
                waits.add(issue(http, draft));
            }
            if (!report.get("state").textValue().equals("DONE")) throw new IOException(report.toString());
            double longest =
                    waits.stream().mapToDouble(Double::doubleValue).max().orElse(0);
            results.add(name(), "import of 10 000 invoices, s", (System.nanoTime() - begin) / 1e9);
            results.add(name(), "usual issue, ms", usual);
            results.add(name(), "longest issue meanwhile, ms", longest);
        }
    }

    private static double median(Http http, byte[] draft) throws IOException {
        List<Double> taken = new ArrayList<>();
        for (int i = 0; i < 51; i++) taken.add(issue(http, draft));
        return taken.stream().sorted().skip(25).findFirst().orElseThrow();
    }

    /** Drafts an invoice, issues it, and answers how many milliseconds the issue took. */
    private static double issue(Http http, byte[] draft) throws IOException {
        String id = http.post("/api/invoices", draft).json().get("id").textValue();
        long begin = System.nanoTime();
        http.send("POST", "/api/invoices/" + id + "/issue", Map.of("on", "2026-12-31"))
                .json();
        return (System.nanoTime() - begin) / 1e6;
    }

    private static String taxCode(Http http) throws IOException {
        for (JsonNode code :
                http.send("GET", "/api/tax-codes?limit=100", null).json().get("items")) {
            if (code.get("code").textValue().equals("VAT20"))
                return code.get("id").textValue();
        }
        throw new IOException("There is no tax code VAT20.");
    }

    private static byte[] draft(String customer, String taxCode) {
        return """
                {"customer": "%s",
                 "lines": [{"text": "Tea", "quantity": "2", "unitPrice": "10.00", "taxCode": "%s"}]}"""
                .formatted(customer, taxCode)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] file() {
        var random = new Random(1);
        var file = new StringBuilder("externalNumber,customer,issueDate,text,quantity,unitPrice,taxCode\n");
        for (int i = 1; i <= INVOICES; i++) {
            LocalDate date = LocalDate.parse("2026-01-01").plusDays(random.nextInt(365));
            file.append("X-%05d,ACME,%s,Tea,3,18.50,VAT20%n".formatted(i, date));
        }
        return file.toString().getBytes(StandardCharsets.UTF_8);
    }
}
