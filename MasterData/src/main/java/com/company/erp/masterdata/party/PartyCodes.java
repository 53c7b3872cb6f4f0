package com.company.erp.masterdata.party;

import com.company.erp.kernel.Uuid7;
import com.company.erp.platform.tenancy.Scope;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gives codes to parties that come without one: C00001 and on for customers, S00001 and on for mere suppliers. */
@Component
class PartyCodes {

    private final JdbcClient jdbc;

    PartyCodes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A code for each party, by its roles and in the order given. */
    List<String> take(List<Set<PartyRole>> parties) {
        int customers = (int) parties.stream().filter(PartyCodes::isCustomer).count();
        Deque<String> ofCustomers = free('C', customers);
        Deque<String> ofSuppliers = free('S', parties.size() - customers);
        return parties.stream()
                .map(roles -> (isCustomer(roles) ? ofCustomers : ofSuppliers).removeFirst())
                .toList();
    }

    private static boolean isCustomer(Set<PartyRole> roles) {
        return roles.contains(PartyRole.CUSTOMER);
    }

    /** So many codes that no party has; codes that people gave by hand are skipped. */
    private Deque<String> free(char prefix, int count) {
        Deque<String> free = new ArrayDeque<>();
        while (free.size() < count) {
            List<String> next = advance(prefix, count - free.size());
            Set<String> taken = taken(next);
            next.stream().filter(code -> !taken.contains(code)).forEach(free::add);
        }
        return free;
    }

    private List<String> advance(char prefix, int count) {
        long last = jdbc.sql("""
                        INSERT INTO party_counters (company_id, id, prefix, last_number)
                        VALUES (:company, :id, :prefix, :count)
                        ON CONFLICT (company_id, prefix)
                        DO UPDATE SET last_number = party_counters.last_number + excluded.last_number
                        RETURNING last_number""")
                .param("company", Scope.company().value())
                .param("id", Uuid7.next())
                .param("prefix", String.valueOf(prefix))
                .param("count", count)
                .query(Long.class)
                .single();
        List<String> codes = new ArrayList<>(count);
        for (long number = last - count + 1; number <= last; number++) codes.add("%c%05d".formatted(prefix, number));
        return codes;
    }

    private Set<String> taken(List<String> codes) {
        return jdbc
                .sql("SELECT code FROM parties WHERE company_id = :company AND code IN (:codes) ORDER BY code")
                .param("company", Scope.company().value())
                .param("codes", codes)
                .query(String.class)
                .list()
                .stream()
                .collect(Collectors.toSet());
    }
}
