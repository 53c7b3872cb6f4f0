package com.company.erp.user.apikey;

import com.company.erp.kernel.Actor;
import com.company.erp.kernel.CompanyId;
import com.company.erp.kernel.UserId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Recognizes keys. What a machine may do is asked again at every transaction, as it is for people. */
@Component
public class ApiKeyProof {

    /** What every key begins with, so that scanners find one that was published by mistake. */
    public static final String PREFIX = "erpk_";

    private static final int CHARS_MAX = 100;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    ApiKeyProof(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    private record Found(UUID companyId, UUID id, String name, List<String> networks, boolean stale) {}

    /** A machine, and from where it may come. */
    public record Machine(Actor actor, List<String> networks) {}

    /** The machine that the key belongs to; null when it is not, no longer or not from that address good. */
    public @Nullable Actor actor(String key, String address) {
        Machine machine = machine(key, address);
        return machine == null ? null : machine.actor;
    }

    /** The same, and from where it may come. */
    public @Nullable Machine machine(String key, String address) {
        if (key.length() > CHARS_MAX) return null;
        byte[] hash = new Secret(key).hash();
        return transaction.execute(status -> {
            Found found = find(hash, address);
            if (found == null || !isAllowed(found.networks, address)) return null;
            if (found.stale) noteUse(found, address);
            var company = new CompanyId(found.companyId);
            return new Machine(
                    Actor.user(new UserId(found.id), company, "API key " + found.name, found.id), found.networks);
        });
    }

    private @Nullable Found find(byte[] hash, String address) {
        return jdbc.sql("SELECT company_id, id, name, networks, stale FROM api_key_find(:hash, :address)")
                .param("hash", hash)
                .param("address", address)
                .query((row, index) -> new Found(
                        row.getObject("company_id", UUID.class),
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        List.of((String[]) row.getArray("networks").getArray()),
                        row.getBoolean("stale")))
                .optional()
                .orElse(null);
    }

    /** Whether an address is in one of the networks, or these are none. */
    public static boolean isAllowed(List<String> networks, String address) {
        return networks.isEmpty()
                || networks.stream().anyMatch(network -> new IpAddressMatcher(network).matches(address));
    }

    private void noteUse(Found found, String address) {
        jdbc.sql("SELECT api_key_used(:company, :key, :address)")
                .param("company", found.companyId)
                .param("key", found.id)
                .param("address", address)
                .query((row, index) -> true)
                .single();
    }
}
