package com.company.erp.finance.chart;

import static java.util.stream.Collectors.toSet;

import com.company.erp.kernel.DocumentRef;
import com.company.erp.kernel.InvalidInput;
import com.company.erp.kernel.NotFound;
import com.company.erp.kernel.RuleViolation;
import com.company.erp.kernel.StaleDocument;
import com.company.erp.kernel.Uuid7;
import com.company.erp.platform.access.Door;
import com.company.erp.platform.access.Needs;
import com.company.erp.platform.access.Refuses;
import com.company.erp.platform.audit.AuditLog;
import com.company.erp.platform.tenancy.Scope;
import com.company.erp.platform.web.KeysetQuery;
import com.company.erp.platform.web.Page;
import com.company.erp.platform.web.Paging;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** The chart of accounts of a company. */
@Door
public class Chart {

    private final Accounts accounts;
    private final JdbcClient jdbc;
    private final AuditLog audit;

    Chart(Accounts accounts, JdbcClient jdbc, AuditLog audit) {
        this.accounts = accounts;
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /** What a list of accounts may be narrowed to. */
    public record AccountFilter(
            @Nullable AccountType type,
            @Nullable AccountRole role,
            @Nullable Boolean active,
            @Nullable Boolean postable) {}

    /** One default: the key, and the tax code or product category it is particular to, if any. */
    public record DefaultView(
            DefaultAccount key,
            @Nullable UUID taxCode,
            @Nullable UUID category,
            AccountId account,
            String code) {}

    /**
     * Adds an account.
     *
     * @throws RuleViolation account.duplicate
     * @throws InvalidInput account.parent, account.heading_role
     */
    @Needs("account.create")
    @Refuses({"account.duplicate", "account.parent", "account.heading_role"})
    public AccountView create(NewAccount wanted) {
        if (accounts.findByCode(wanted.code()).isPresent()) {
            throw new RuleViolation("account.duplicate", "There is an account " + wanted.code() + " already.");
        }
        return accounts.save(account(wanted, heading(wanted.parent()))).view();
    }

    /** Adds many accounts at once, headings before what stands under them; in one batch. */
    @Needs("account.create")
    @Refuses({"account.duplicate", "account.parent", "account.heading_role"})
    public Map<String, AccountId> createAll(List<NewAccount> wanted) {
        Map<String, UUID> headings = new HashMap<>();
        accounts
                .findByCodeIn(wanted.stream()
                        .map(NewAccount::parent)
                        .filter(Objects::nonNull)
                        .collect(toSet()))
                .stream()
                .filter(parent -> !parent.view().postable())
                .forEach(parent -> headings.put(parent.code(), parent.uuid()));
        Map<String, AccountId> ids = new HashMap<>();
        for (NewAccount account : wanted) {
            String parent = account.parent();
            if (parent != null && !headings.containsKey(parent)) throw notAHeading(parent);
            Account saved = accounts.save(account(account, parent == null ? null : headings.get(parent)));
            if (Boolean.TRUE.equals(account.heading())) headings.put(account.code(), saved.uuid());
            ids.put(account.code(), saved.id());
        }
        return ids;
    }

    private static InvalidInput notAHeading(String code) {
        return new InvalidInput("parent", "account.parent", code + " is not the code of a heading.");
    }

    /**
     * Renames an account or moves it under another heading; code, type and role stay, since balances hang on them.
     *
     * @throws NotFound account.unknown
     * @throws InvalidInput account.parent
     * @throws StaleDocument record.stale
     */
    @Needs("account.change")
    @Refuses({"account.unknown", "account.parent", "account.own_parent", "record.stale"})
    public AccountView change(AccountId id, int version, String name, @Nullable String parent) {
        Account account = get(id);
        if (account.version() != version) throw new StaleDocument("record.stale", "The account was changed meanwhile.");
        account.rename(name, heading(parent));
        return accounts.saveAndFlush(account).view();
    }

    /** Takes an account out of use for new postings; what stands on it stays. */
    @Needs("account.change")
    @Refuses("account.unknown")
    public AccountView deactivate(AccountId id) {
        return activate(id, false);
    }

    /** Takes an account back into use. */
    @Needs("account.change")
    @Refuses("account.unknown")
    public AccountView activate(AccountId id) {
        return activate(id, true);
    }

    private AccountView activate(AccountId id, boolean active) {
        Account account = get(id);
        account.activate(active);
        return accounts.saveAndFlush(account).view();
    }

    @Needs("account.read")
    @Refuses("account.unknown")
    @Transactional(readOnly = true)
    public AccountView find(AccountId id) {
        return get(id).view();
    }

    @Needs("account.read")
    @Transactional(readOnly = true)
    public Page<AccountView> list(AccountFilter filter, Paging paging) {
        return KeysetQuery.of(
                        "a.id, a.code, a.name, a.type, a.role, a.parent_id, a.postable, a.active, a.version",
                        "accounts a")
                .filter("a.type = :type", "type", filter.type())
                .filter("a.role = :role", "role", filter.role())
                .filter("a.active = :active", "active", filter.active())
                .filter("a.postable = :postable", "postable", filter.postable())
                .filter("(a.code || ' ' || lower(a.name)) LIKE :q", "q", like(paging.q()))
                .sort("code", "a.code", "text")
                .page(
                        jdbc,
                        paging,
                        "code",
                        (row, n) -> new AccountView(
                                new AccountId(row.getObject("id", UUID.class)),
                                row.getString("code"),
                                row.getString("name"),
                                AccountType.valueOf(row.getString("type")),
                                row.getString("role") == null ? null : AccountRole.valueOf(row.getString("role")),
                                Optional.ofNullable(row.getObject("parent_id", UUID.class))
                                        .map(AccountId::new)
                                        .orElse(null),
                                row.getBoolean("postable"),
                                row.getBoolean("active"),
                                row.getInt("version")));
    }

    private static @Nullable String like(@Nullable String q) {
        return q == null ? null : "%" + q.toLowerCase(java.util.Locale.ROOT).replaceAll("([%_\\\\])", "\\\\$1") + "%";
    }

    /** The accounts of the given codes, in one statement; unknown codes are absent. */
    @Needs("account.read")
    @Transactional(readOnly = true)
    public Map<String, AccountView> byCodes(Collection<String> codes) {
        return accounts.findByCodeIn(codes).stream()
                .map(Account::view)
                .collect(Collectors.toMap(AccountView::code, Function.identity()));
    }

    /** The accounts of the given ids, in one statement; unknown ids are absent. */
    @Needs("account.read")
    @Transactional(readOnly = true)
    public Map<AccountId, AccountView> byIds(Collection<AccountId> ids) {
        return accounts.findByIdIn(ids.stream().map(AccountId::value).toList()).stream()
                .map(Account::view)
                .collect(Collectors.toMap(AccountView::id, Function.identity()));
    }

    /** All defaults of the company, in one statement, for a posting to choose from. */
    @Needs("account.read")
    @Transactional(readOnly = true)
    public AccountMap map() {
        Map<AccountMap.Rule, AccountId> rules = new HashMap<>();
        for (DefaultView d : defaults()) {
            rules.put(new AccountMap.Rule(d.key, d.taxCode != null ? d.taxCode : d.category), d.account);
        }
        return new AccountMap(rules);
    }

    @Needs("account.read")
    @Transactional(readOnly = true)
    public List<DefaultView> defaults() {
        return jdbc.sql("""
                        SELECT d.key, d.tax_code_id, d.category_id, d.account_id, a.code
                        FROM account_defaults d JOIN accounts a ON a.company_id = d.company_id AND a.id = d.account_id
                        WHERE d.company_id = :company ORDER BY d.key, d.id""")
                .param("company", Scope.company().value())
                .query((row, n) -> new DefaultView(
                        DefaultAccount.valueOf(row.getString("key")),
                        row.getObject("tax_code_id", UUID.class),
                        row.getObject("category_id", UUID.class),
                        new AccountId(row.getObject("account_id", UUID.class)),
                        row.getString("code")))
                .list();
    }

    /**
     * Says which account is used for a key, in general or for one tax code or product category.
     *
     * @throws NotFound account.unknown
     * @throws InvalidInput account_default.subject, when both a tax code and a category are named
     * @throws RuleViolation account.not_postable, record.linked for an unknown tax code or category
     */
    @Needs("account.change")
    @Refuses({"account.unknown", "account_default.subject", "account.not_postable", "record.linked"})
    public void useByDefault(DefaultAccount key, @Nullable UUID taxCode, @Nullable UUID category, AccountId accountId) {
        if (taxCode != null && category != null) {
            throw new InvalidInput("category", "account_default.subject", "Name a tax code or a category, not both.");
        }
        if (!get(accountId).takesPostings()) {
            throw new RuleViolation("account.not_postable", "A heading or inactive account takes no postings.");
        }
        useByDefault(List.of(new NewDefault(key, taxCode, category, accountId)));
    }

    /** A default to be set. */
    public record NewDefault(
            DefaultAccount key,
            @Nullable UUID taxCode,
            @Nullable UUID category,
            AccountId account) {}

    /** Sets many defaults in one statement; the accounts and what they are particular to are the caller's own. */
    @Needs("account.change")
    public void useByDefault(List<NewDefault> defaults) {
        jdbc.sql("""
                        INSERT INTO account_defaults (company_id, id, key, tax_code_id, category_id, account_id)
                        SELECT :company, d.* FROM unnest(:ids::uuid[], :keys::text[], :taxCodes::uuid[],
                                                         :categories::uuid[], :accounts::uuid[]) d
                        ON CONFLICT (company_id, key,
                            coalesce(tax_code_id, category_id, '00000000-0000-0000-0000-000000000000'))
                        DO UPDATE SET account_id = excluded.account_id""")
                .param("company", Scope.company().value())
                .param("ids", defaults.stream().map(d -> Uuid7.next()).toArray(UUID[]::new))
                .param("keys", defaults.stream().map(d -> d.key.name()).toArray(String[]::new))
                .param("taxCodes", defaults.stream().map(NewDefault::taxCode).toArray(UUID[]::new))
                .param("categories", defaults.stream().map(NewDefault::category).toArray(UUID[]::new))
                .param("accounts", defaults.stream().map(d -> d.account.value()).toArray(UUID[]::new))
                .update();
        for (NewDefault d : defaults) {
            UUID subject = d.taxCode != null ? d.taxCode : d.category;
            String use = subject == null ? d.key.name() : d.key + " of " + subject;
            audit.record(new DocumentRef("account", d.account), "use_by_default", Map.of(use, true));
        }
    }

    private Account get(AccountId id) {
        return accounts.findById(id.value()).orElseThrow(() -> new NotFound("account.unknown", "No such account."));
    }

    private @Nullable UUID heading(@Nullable String code) {
        if (code == null) return null;
        return accounts.findByCode(code)
                .filter(a -> !a.view().postable())
                .map(Account::uuid)
                .orElseThrow(() -> notAHeading(code));
    }

    private static Account account(NewAccount wanted, @Nullable UUID parent) {
        boolean heading = Boolean.TRUE.equals(wanted.heading());
        if (heading && wanted.role() != null) {
            throw new InvalidInput("role", "account.heading_role", "A heading takes no postings and so plays no role.");
        }
        return new Account(wanted.code(), wanted.name(), wanted.type(), wanted.role(), parent, !heading);
    }
}
