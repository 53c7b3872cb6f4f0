package com.company.erp.user.apikey;

import com.company.erp.kernel.Forbidden;
import com.company.erp.kernel.InvalidInput;
import com.company.erp.kernel.NotFound;
import com.company.erp.kernel.RuleViolation;
import com.company.erp.kernel.UserId;
import com.company.erp.platform.access.Door;
import com.company.erp.platform.access.Needs;
import com.company.erp.platform.access.Refuses;
import com.company.erp.platform.tenancy.Scope;
import com.company.erp.platform.web.KeysetQuery;
import com.company.erp.platform.web.Page;
import com.company.erp.platform.web.Paging;
import com.company.erp.user.access.Duties;
import com.company.erp.user.access.Grants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.transaction.annotation.Transactional;

/** The keys of machines that work in the actor's company. A key grants no more than its maker has. */
@Door
public class ApiKeyAdministration {

    private static final Duration LIFETIME_MAX = Duration.ofDays(400);
    private static final String COLUMNS = """
            k.id, k.version, k.name, k.beginning, k.permissions, k.networks, k.made_by, k.made_at, k.expires_at,
            k.previous_until, k.revoked_at, k.last_used_at, k.last_used_address""";

    private final ApiKeys keys;
    private final Grants grants;
    private final Duties duties;
    private final JdbcClient jdbc;
    private final Clock clock;

    ApiKeyAdministration(ApiKeys keys, Grants grants, Duties duties, JdbcClient jdbc, Clock clock) {
        this.keys = keys;
        this.grants = grants;
        this.duties = duties;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The keys, also those that are over, by name. */
    @Needs("api_key.read")
    @Transactional(readOnly = true)
    public Page<ApiKeyView> list(ApiKeyFilter filter, Paging paging) {
        return KeysetQuery.of(COLUMNS, "api_keys k")
                .filter(
                        "k.made_by = :madeBy",
                        "madeBy",
                        filter.madeBy() == null ? null : filter.madeBy().value())
                .filter("(k.revoked_at IS NULL AND k.expires_at > now()) = :active", "active", filter.active())
                .sort("name", "k.name", "text")
                .page(jdbc, paging, "name", ApiKeyAdministration::row);
    }

    /** @throws NotFound api_key.unknown */
    @Needs("api_key.read")
    @Refuses("api_key.unknown")
    @Transactional(readOnly = true)
    public ApiKeyView read(ApiKeyId id) {
        return view(id);
    }

    /**
     * Makes a key, which the answer shows this once.
     *
     * @throws InvalidInput permission.unknown, api_key.expiry, api_key.network, api_key.permission
     * @throws Forbidden access.beyond_own
     * @throws RuleViolation duty.conflict
     */
    @Needs(value = "api_key.create", freshly = true)
    @Refuses({
        "permission.unknown",
        "access.beyond_own",
        "duty.conflict",
        "api_key.expiry",
        "api_key.network",
        "api_key.permission"
    })
    public IssuedKey create(NewApiKey wanted) {
        grants.requireGrantable(wanted.permissions());
        duties.requireApart(null, wanted.permissions());
        if (wanted.permissions().contains("company.create")) {
            throw new InvalidInput("permissions", "api_key.permission", "Companies are founded by people.");
        }
        Instant now = clock.instant();
        if (!wanted.expiresAt().isAfter(now) || wanted.expiresAt().isAfter(now.plus(LIFETIME_MAX))) {
            String rule =
                    "A key expires within " + LIFETIME_MAX.toDays() + " days; rotate it or make another one then.";
            throw new InvalidInput("expiresAt", "api_key.expiry", rule);
        }
        List<String> networks = wanted.networks() == null ? List.of() : wanted.networks();
        networks.forEach(ApiKeyAdministration::requireNetwork);
        Secret secret = Secret.random();
        UserId maker = Scope.actor().user();
        ApiKey key = keys.saveAndFlush(new ApiKey(wanted, List.copyOf(networks), secret, maker, now));
        return new IssuedKey(view(key.id()), secret.text());
    }

    /**
     * Gives a key a new secret, which the answer shows this once; the one before is good for the overlap.
     *
     * @throws NotFound api_key.unknown
     * @throws RuleViolation api_key.over
     * @throws Forbidden access.beyond_own
     */
    @Needs(value = "api_key.rotate", freshly = true)
    @Refuses({"api_key.unknown", "api_key.over", "access.beyond_own"})
    public IssuedKey rotate(ApiKeyId id, int overlapHours) {
        ApiKey key = withinReach(id);
        Secret secret = Secret.random();
        key.rotate(secret, Duration.ofHours(overlapHours), clock.instant());
        keys.saveAndFlush(key);
        return new IssuedKey(view(id), secret.text());
    }

    /**
     * Shuts the machine out, from its next request on and for good. Has no effect on a revoked key.
     *
     * @throws NotFound api_key.unknown
     */
    @Needs("api_key.revoke")
    @Refuses("api_key.unknown")
    public ApiKeyView revoke(ApiKeyId id) {
        ApiKey key = keys.get(id);
        key.revoke(clock.instant());
        keys.saveAndFlush(key);
        return view(id);
    }

    /** Whoever rotates a key could act with it: the key's permissions have to be his own. */
    private ApiKey withinReach(ApiKeyId id) {
        ApiKey key = keys.get(id);
        grants.requireOwn(key.permissions());
        return key;
    }

    private static void requireNetwork(String network) {
        try {
            if (network.matches("[0-9a-fA-F.:]+(/\\d{1,3})?")) {
                new IpAddressMatcher(network);
                return;
            }
        } catch (IllegalArgumentException e) {
            // Falls through to the refusal below, which shows how one is written.
        }
        throw new InvalidInput(
                "networks", "api_key.network", "A network is an address or written like 198.51.100.0/24.");
    }

    private ApiKeyView view(ApiKeyId id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM api_keys k WHERE k.company_id = :company AND k.id = :id")
                .param("company", Scope.company().value())
                .param("id", id.value())
                .query(ApiKeyAdministration::row)
                .optional()
                .orElseThrow(() -> new NotFound("api_key.unknown", "There is no such key."));
    }

    private static ApiKeyView row(ResultSet row, int index) throws SQLException {
        return new ApiKeyView(
                new ApiKeyId(row.getObject("id", UUID.class)),
                row.getInt("version"),
                row.getString("name"),
                row.getString("beginning"),
                List.of((String[]) row.getArray("permissions").getArray()),
                List.of((String[]) row.getArray("networks").getArray()),
                new UserId(row.getObject("made_by", UUID.class)),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                instant(row, "previous_until"),
                instant(row, "revoked_at"),
                instant(row, "last_used_at"),
                row.getString("last_used_address"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
