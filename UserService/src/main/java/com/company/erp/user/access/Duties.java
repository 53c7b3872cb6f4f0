package com.company.erp.user.access;

import com.company.erp.kernel.RuleViolation;
import com.company.erp.kernel.UserId;
import com.company.erp.platform.tenancy.Scope;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Permissions that the company wants in different hands, and the rule that nobody is granted both. */
@Component
public class Duties {

    private final JdbcClient jdbc;
    private final Grants grants;

    Duties(JdbcClient jdbc, Grants grants) {
        this.jdbc = jdbc;
        this.grants = grants;
    }

    /** Two permissions kept apart. */
    public record Pair(String first, String second) {

        private static Pair read(String text) {
            String[] two = text.split(" ", 2);
            return new Pair(two[0], two[1]);
        }

        public boolean isWithin(Set<String> granted) {
            return granted.contains(first) && granted.contains(second);
        }

        public boolean holds(String permission) {
            return first.equals(permission) || second.equals(permission);
        }
    }

    /** The pairs that hold for somebody today; for everybody without exceptions when it is nobody in particular. */
    public List<Pair> apartFor(@Nullable UserId who) {
        return jdbc
                .sql("SELECT pair FROM unnest(duties_apart(:company, :who::uuid)) pair ORDER BY pair")
                .param("company", Scope.company().value())
                .param("who", who == null ? null : who.value())
                .query(String.class)
                .list()
                .stream()
                .map(Pair::read)
                .toList();
    }

    /**
     * That whoever gets all this has no two duties that are kept apart.
     *
     * @param who for whom exceptions count; null for a role or a key
     * @throws RuleViolation duty.conflict
     */
    public void requireApart(@Nullable UserId who, Set<String> granted) {
        for (Pair pair : apartFor(who)) {
            if (pair.isWithin(granted)) {
                throw new RuleViolation(
                        "duty.conflict",
                        pair.first + " and " + pair.second + " are kept apart; nobody gets both without an exception.");
            }
        }
    }

    /**
     * The same for all who hold a role, as they are now.
     *
     * @throws RuleViolation duty.conflict
     */
    void requireApartForHolders(String role) {
        jdbc.sql("""
                        SELECT id, roles FROM memberships WHERE company_id = :company AND active AND :role = ANY (roles)
                        ORDER BY id""")
                .param("company", Scope.company().value())
                .param("role", role)
                .query((row, index) -> new Holder(row.getObject("id", UUID.class), Set.of((String[])
                        row.getArray("roles").getArray())))
                .list()
                .forEach(holder -> requireApart(new UserId(holder.id), grants.of(holder.roles)));
    }

    private record Holder(UUID id, Set<String> roles) {}
}
