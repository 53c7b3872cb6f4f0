package com.company.erp.hostile;

import static com.company.erp.hostile.World.money;

import com.company.erp.hostile.Description.Operation;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Bodies that are right in a world: the description's own example, or one from here where that says too little. */
final class Bodies {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, Function<World, Object>> WRITTEN = new HashMap<>();

    static {
        masterData();
        books();
        trade();
        users();
    }

    private Bodies() {}

    private static void masterData() {
        write("POST /api/categories", w -> w.category("MORE"));
        write("PUT /api/categories/{id}", w -> w.category("OTHER"));
        write("POST /api/parties", w -> w.party("MORE"));
        write("PUT /api/parties/{id}", w -> w.party("OTHER"));
        write("POST /api/products", w -> w.product("MORE"));
        write("PUT /api/products/{id}", w -> w.product("OTHER"));
        write("PUT /api/payment-terms/{id}", w -> Map.of("code", "OTHER", "name", "Other", "terms", w.terms()));
        write(
                "PUT /api/tax-codes/{id}",
                w -> Map.of("code", "OTHER", "name", "Other", "kind", "STANDARD", "rates", List.of(w.rate())));
        write("POST /api/{resource}/{id}/mails", w -> Map.of("to", "c@example.com"));
        write(
                "POST /api/mail-runs",
                w -> Map.of("resource", "invoices", "records", List.of(w.id("documents"), w.id("credited"))));
        for (String verb : List.of("link", "unlink")) {
            write(
                    "POST /api/attachments/{id}/" + verb,
                    w -> Map.of("resource", "products", "record", w.id("products")));
        }
        write("POST /api/invoices/papers", w -> Map.of("records", List.of(w.id("documents"))));
        write("POST /api/dunning-letters/papers", w -> Map.of("records", List.of(w.id("dunning-letters"))));
        write("POST /api/{resource}/{id}/comments", w -> Map.of("text", "Other", "mentions", List.of(w.id("users"))));
        write("POST /api/mail-suppressions", w -> Map.of("address", "d@example.com", "bounced", true));
        write(
                "PUT /api/mail-server",
                w -> Map.of("host", "127.0.0.1", "port", 1, "security", "NONE", "fromAddress", "a@example.com"));
        write("PUT /api/letterhead", w -> Map.of("closing", "Other", "logo", w.id("logos")));
        write("PUT /api/units/{id}", w -> Map.of("code", "OTHER", "name", "Other"));
    }

    private static void books() {
        write("PUT /api/accounts/{id}", w -> Map.of("name", "Other"));
        write(
                "POST /api/accounts/defaults",
                w -> Map.of("key", "OUTPUT_TAX", "taxCode", w.id("tax-codes"), "account", w.id("tax-accounts")),
                w -> Map.of("key", "REVENUE", "category", w.id("categories"), "account", w.id("accounts")));
        write("POST /api/entries", w -> w.entry("Other"));
        write("POST /api/recurring-entries", World::recurring);
        write("PUT /api/recurring-entries/{id}", World::recurring);
        write("POST /api/periods/{id}/lock", w -> Map.of("state", "SOFT_LOCKED"));
    }

    private static void trade() {
        write("POST /api/invoices", World::invoice);
        write("PUT /api/invoices/{id}", World::invoice);
        write(
                "POST /api/invoices/{id}/credit",
                w -> Map.of(
                        "on", "2026-03-02",
                        "reason", "Broken",
                        "lines", List.of(Map.of("line", w.id("lines"), "quantity", "0.1"))));
        write("POST /api/payments/receive", World::receipt);
        write(
                "POST /api/payments/refund",
                w -> Map.of(
                        "customer", w.id("parties"),
                        "date", "2026-03-02",
                        "amount", money("1.00"),
                        "account", w.id("banks"),
                        "shares", List.of(Map.of("document", w.id("payments"), "amount", money("1.00")))));
        write(
                "POST /api/payments/write-off",
                w -> Map.of(
                        "customer", w.id("parties"),
                        "date", "2026-03-02",
                        "document", w.id("documents"),
                        "amount", money("1.00"),
                        "reason", "Too little to ask for"));
        write("POST /api/allocations", w -> Map.of("on", "2026-03-02", "pairings", List.of(pairing(w))));
    }

    private static Map<String, Object> pairing(World w) {
        return Map.of("debit", w.id("open-items"), "credit", w.id("credits"), "amount", money("1.00"));
    }

    private static void users() {
        write("PUT /api/roles/{id}", w -> Map.of("permissions", List.of("invoice.read")));
        write("POST /api/identity-providers", w -> w.identityProvider("MORE"));
        write("PUT /api/identity-providers/{id}", w -> w.identityProvider("OTHER"));
        write("POST /api/directories", w -> w.directory("MORE"));
        write("PUT /api/directories/{id}", w -> w.directory("OTHER"));
        write("PUT /api/users/{id}/roles", w -> Map.of("roles", List.of("SALES")));
        write("PUT /api/second-factor-policy", w -> Map.of("everybody", false, "roles", List.of("HR")));
        write("PUT /api/record-rules/{id}", w -> Map.of("ownOnly", true));
        write(
                "POST /api/record-rules",
                w -> Map.of("role", "SALES", "permission", "payment.refund", "amountMax", "1000"));
        write("POST /api/duty-pairs", w -> Map.of("first", "unit.delete", "second", "rate.delete", "because", "Two"));
        write("POST /api/duty-exceptions", World::dutyException);
        write("POST /api/delegations/mine", w -> w.delegation("users"));
        write("POST /api/users/{id}/delegations", w -> w.delegation("stand-ins"));
        write("POST /api/auth/switch", w -> Map.of("company", w.id("companies")));
        write(
                "POST /api/auth/login",
                w -> Map.of(
                        "username",
                                w.api().get("/api/auth/me").ok().get("username").textValue(),
                        "password", OtherCompanyWalk.PASSWORD,
                        "company", w.id("companies")));
    }

    @SafeVarargs
    private static void write(String operation, Function<World, Object>... bodies) {
        WRITTEN.put(
                operation,
                w -> List.of(bodies).stream().map(body -> body.apply(w)).toList());
    }

    /** Right bodies for the operation, as JSON text; one that is null where it takes none. */
    static List<@Nullable String> of(Operation operation, JsonNode example, World world) {
        if (operation.contentTypes().contains("application/octet-stream")) return List.of("Any text is a file.");
        if (!operation.takesJson()) {
            return java.util.Collections.singletonList(null);
        }
        var written = WRITTEN.get(operation.toString());
        if (written == null)
            return List.of(withIds("", example.deepCopy(), world).toString());
        return ((List<?>) written.apply(world))
                .stream().map(body -> JSON.valueToTree(body).toString()).toList();
    }

    /** The example with ids that exist in the world in place of those that exist nowhere. */
    private static JsonNode withIds(String name, JsonNode node, World world) {
        switch (node) {
            case ObjectNode object ->
                object.properties().forEach(field -> field.setValue(withIds(field.getKey(), field.getValue(), world)));
            case ArrayNode array -> {
                for (int i = 0; i < array.size(); i++) array.set(i, withIds(name, array.get(i), world));
            }
            default -> {
                if (isId(node.asText())) return JSON.getNodeFactory().textNode(world.idFor(name));
            }
        }
        return node;
    }

    static boolean isId(String text) {
        try {
            return text.length() == 36 && UUID.fromString(text) != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
