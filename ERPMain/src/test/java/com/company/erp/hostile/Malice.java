package com.company.erp.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;

/** What may be wrong with an input, apart from any meaning. */
final class Malice {

    private static final int TEN_MB = 10 * 1024 * 1024;
    private static final String DEEP = "[".repeat(100_000);

    private Malice() {}

    /** In the place of a value, as JSON text; some of it is no JSON. */
    static final List<String> VALUES = values();

    /** In the place of a path or query parameter, as it stands in the request's first line. */
    static final List<String> PARAMETERS = List.of(
            "",
            "%00",
            "a%00b",
            "%FF%FE",
            "%ED%A0%80",
            "%C0%AF",
            "%zz",
            "%",
            "%25",
            "%2525",
            "+",
            "%20",
            "*",
            "..",
            "../../etc/passwd",
            "..%2F..%2Fetc%2Fpasswd",
            "%2e%2e%2f",
            "..%5c..%5cwindows",
            ";x=1",
            "a;b",
            "//",
            "%2F",
            "'%20OR%20'1'='1",
            "1%3BDROP%20TABLE%20invoices--",
            "%27%29%3B--",
            "%25%27%20UNION%20SELECT%201--",
            "x".repeat(5_000),
            "%F0%9F%92%A9",
            "%E2%80%AE",
            "%0d%0aSet-Cookie:x=1",
            "%09",
            "%7F",
            "%3Cscript%3E",
            "$%7Bjndi:ldap://127.0.0.1/x%7D",
            "{}",
            "[]",
            "<",
            "\"",
            "\\",
            "|",
            "^",
            "\u00e9",
            "\u0001",
            "0",
            "-1",
            "1",
            "500",
            "501",
            "2147483647",
            "2147483648",
            "99999999999999999999",
            "-9223372036854775809",
            "1.5",
            "1e9",
            "0x10",
            "NaN",
            "null",
            "true",
            "undefined",
            "1-1-1-1-1",
            "not-a-uuid",
            "00000000-0000-0000-0000-000000000000",
            "ffffffff-ffff-ffff-ffff-ffffffffffff",
            "00000000-0000-0000-0000-00000000000g",
            "2026-02-30",
            "2026-13-01",
            "0000-00-00",
            "0000-01-01",
            "9999-12-31",
            "10000-01-01",
            "%2B10000-01-01",
            "%2B999999999-12-31",
            "-999999999-01-01",
            "20260302",
            "2026-03-02T10:15:30Z",
            "YWJj",
            "bnVtYmVyCjAwMDAKeA",
            "-",
            "--",
            "-id",
            "id",
            "date",
            "-date",
            "id,date");

    /** A whole body that is wrong, and the type it claims to have. */
    record Body(String contentType, byte[] content) {}

    static final List<Body> BODIES = bodies();

    /** A request header that is wrong. A null character or a line end in it would be another request, not a header. */
    record Header(String name, String value) {}

    static final List<Header> HEADERS = headers();

    private static List<String> values() {
        List<String> values = new ArrayList<>(List.of(
                "null",
                "true",
                "false",
                "0",
                "-1",
                "1.5",
                "1e5",
                "1e400",
                "-1e-400",
                "2147483648",
                "-2147483649",
                "9223372036854775808",
                "1" + "0".repeat(99),
                "1" + "0".repeat(2_000),
                "NaN",
                "Infinity",
                "-0",
                "01",
                "0x10",
                "''",
                "undefined",
                "[]",
                "{}",
                "[[]]",
                "[null]",
                "[{}]",
                "{\"a\":{\"b\":1}}",
                "{\"value\":1}",
                "{\"amount\":\"1e5\",\"currency\":\"EUR\"}",
                "{\"amount\":\"1.00\",\"currency\":\"XXX\"}",
                "{\"amount\":\"-5.00\",\"currency\":\"EUR\"}",
                "{\"amount\":\"1.00\",\"currency\":\"JPY\"}",
                "{\"amount\":\"99999999999999999999.00\",\"currency\":\"EUR\"}",
                "{\"amount\":1,\"currency\":\"EUR\"}",
                "{\"amount\":\"999999999999999.99\",\"currency\":\"EUR\"}",
                "{\"amount\":\"1.00\",\"currency\":null}",
                "\"\\u0000\"",
                "\"a\\u0000b\"",
                "\"\\ud800\"",
                "\"\\udc00\\ud800\"",
                "\"\\uffff\"",
                "\"\\u202e\"",
                "\"\\x41\"",
                "\"\t\"",
                "\"unclosed"));
        for (String text : List.of(
                "",
                " ",
                "x".repeat(300),
                "x".repeat(70_000),
                "\ud83d\udca9".repeat(60),
                "'; DROP TABLE invoices; --",
                "' OR '1'='1",
                "') UNION SELECT 1; --",
                "../../../../etc/passwd",
                "%00",
                "%s%n%p",
                "${jndi:ldap://x}",
                "#{7*7}",
                "<script>alert(1)</script>",
                "2026-02-30",
                "0000-00-00",
                "0000-01-01",
                "9999-12-31",
                "10000-01-01",
                "+10000-01-01",
                "+999999999-12-31",
                "-999999999-01-01",
                "2026-03-02T25:61:61Z",
                "1-1-1-1-1",
                "00000000-0000-0000-0000-000000000000",
                "ffffffff-ffff-ffff-ffff-ffffffffffff",
                "not-a-uuid",
                "1e309",
                "-0.00",
                "0",
                "-1",
                "99999999999999999999",
                "0.000000000001",
                "99999999999999999999.999999999999",
                "1,5",
                "NaN",
                "\uff11\uff12",
                "0x10",
                "EUR",
                "XXX",
                "eur",
                "ZZ")) {
            values.add('"' + text + '"');
        }
        values.add("9".repeat(50_000));
        values.add("{\"x\":".repeat(60) + "1" + "}".repeat(60));
        return List.copyOf(values);
    }

    private static List<Body> bodies() {
        List<Body> bodies = new ArrayList<>();
        for (String text : List.of(
                "",
                " ",
                "null",
                "[]",
                "{}",
                "\"text\"",
                "123",
                "true",
                "{",
                "{\"a\":",
                "{\"a\":1}}",
                "{\"a\":1,\"a\":2}",
                "{} {}",
                "[{},{}]",
                "{a:1}",
                "{'a':1}",
                "{\"\":1}",
                "{\"\\u0000\":1}",
                "{\"__proto__\":{}}",
                "{\"@class\":\"java.lang.Runtime\"}",
                "<x/>",
                "a=1&b=2",
                "\u0000",
                "\ufeff{}",
                "// comment\n{}",
                DEEP,
                "{\"a\":" + DEEP,
                "{\"a\":".repeat(100_000),
                "9".repeat(1_500_000),
                "{\"" + "k".repeat(100_000) + "\":1}")) {
            bodies.add(new Body("application/json", text.getBytes(UTF_8)));
        }
        bodies.add(new Body("application/json", "{\"name\":\"\u00fc\u00ff\"}".getBytes(ISO_8859_1)));
        bodies.add(new Body("application/json", new byte[] {'{', '"', (byte) 0xc0, (byte) 0xaf, '"', ':', '1', '}'}));
        bodies.add(new Body("application/json", "{\"name\":\"x\"}".getBytes(UTF_16)));
        bodies.add(new Body("application/json", ("{\"name\":\"" + "x".repeat(TEN_MB) + "\"}").getBytes(UTF_8)));
        for (String type : List.of(
                "text/plain",
                "application/xml",
                "text/html",
                "application/x-www-form-urlencoded",
                "text/csv",
                "*/*",
                "multipart/form-data",
                "multipart/form-data; boundary=x",
                "application/octet-stream",
                "garbage",
                "/",
                "application/json; charset=utf-16",
                "application/json; charset=none-such",
                "application/json;;;=",
                "application/x-ndjson",
                "application/cbor",
                "application/merge-patch+json",
                "application/" + "x".repeat(5_000),
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")) {
            bodies.add(new Body(type, "{\"name\":\"x\"}".getBytes(UTF_8)));
            bodies.add(new Body(type, new byte[] {'P', 'K', 3, 4, 0, 0, (byte) 0xff, 0, '\n', '"', ';', ','}));
        }
        return List.copyOf(bodies);
    }

    private static List<Header> headers() {
        List<Header> headers = new ArrayList<>();
        add(
                headers,
                "If-Match",
                "",
                "*",
                "1",
                "\"x\"",
                "\"99999999999\"",
                "\"-1\"",
                "W/\"1\"",
                "\"1\", \"2\"",
                "\"\u00e9\"");
        add(
                headers,
                "Idempotency-Key",
                "",
                " ",
                "k".repeat(101),
                "k".repeat(7_000),
                "\u00e9\u00ff",
                "a b",
                "'; DROP TABLE x;--");
        add(
                headers,
                "Authorization",
                "",
                "Bearer",
                "Bearer ",
                "Bearer x",
                "Bearer a.b.c",
                "Bearer ..",
                "Basic YTpi",
                "Bearer " + "x".repeat(7_000),
                "bearer \u00e9",
                "Negotiate x",
                "Bearer x, Bearer y",
                "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.",
                "Bearer eyJhbGciOiJIUzI1NiJ9.e30.AAAA");
        add(
                headers,
                "Accept",
                "image/png",
                "text/html",
                "garbage",
                "application/xml",
                "*/*;q=x",
                "text/csv",
                ";;",
                "/");
        add(headers, "Accept-Language", "xx-garbage-\u00e9", "*", ";q=9");
        add(headers, "Content-Encoding", "gzip", "garbage");
        add(headers, "Expect", "100-continue", "200-nonsense");
        add(headers, "Range", "bytes=9-1", "garbage");
        add(headers, "Cookie", "SESSION=\u0001", "=;=;", "JSESSIONID=../../x");
        add(headers, "traceparent", "00-zz-zz-zz", "x".repeat(3_000));
        add(headers, "X-Forwarded-For", "garbage, ::::", "999.999.999.999", "' OR 1=1", "x".repeat(3_000), "\u00e9");
        add(headers, "X-Forwarded-Host", "evil.example.com:99999", "\"<>");
        add(headers, "X-Forwarded-Port", "abc", "99999999999");
        add(headers, "X-Forwarded-Proto", "gopher", "https");
        add(headers, "Forwarded", "for=\"[::\";;proto=;host=", "\"");
        add(headers, "X-HTTP-Method-Override", "DELETE", "TRACE");
        add(headers, "Host", "", "evil.example.com:99999", "\u00e9", "a b", "[::1");
        add(headers, "Origin", "null", "https://evil.example.com");
        add(headers, "Upgrade", "websocket", "h2c");
        add(headers, "Transfer-Encoding", "chunked", "gzip, chunked", "garbage");
        add(headers, "Content-Length", "-1", "abc", "99999999999999999999");
        add(headers, "X-Long", "x".repeat(20_000));
        return List.copyOf(headers);
    }

    private static void add(List<Header> headers, String name, String... values) {
        for (String value : values) headers.add(new Header(name, value));
    }
}
