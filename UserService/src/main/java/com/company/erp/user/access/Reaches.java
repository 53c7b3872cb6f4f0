package com.company.erp.user.access;

import com.company.erp.kernel.CompanyId;
import com.company.erp.platform.tenancy.Reach;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** How far the permissions of some roles reach. Read at admission, and only where a company has made rules for them. */
@Component
class Reaches {

    private static final String RULES = """
            SELECT role, permission, own_only, amount_max FROM record_rules
            WHERE company_id = ? AND role = ANY (?) ORDER BY id""";
    private static final String OWN_ROLES =
            "SELECT name, permissions FROM roles WHERE company_id = ? AND name = ANY (?) ORDER BY name";

    private final Permissions permissions;

    Reaches(Permissions permissions) {
        this.permissions = permissions;
    }

    /** For each permission that all its roles limit, how far by each of them. */
    Map<String, List<Reach>> of(Connection connection, CompanyId company, Set<String> roles) throws SQLException {
        Map<String, Set<String>> granted = granted(connection, company, roles);
        var reaches = new HashMap<String, List<Reach>>();
        var limiting = new HashMap<String, Set<String>>();
        read(connection, RULES, company, roles, row -> {
            String permission = row.getString("permission");
            reaches.computeIfAbsent(permission, p -> new ArrayList<>())
                    .add(new Reach(row.getBoolean("own_only"), row.getBigDecimal("amount_max")));
            limiting.computeIfAbsent(permission, p -> new HashSet<>()).add(row.getString("role"));
        });
        reaches.keySet()
                .removeIf(permission -> granted.entrySet().stream()
                        .anyMatch(role -> role.getValue().contains(permission)
                                && !limiting.getOrDefault(permission, Set.of()).contains(role.getKey())));
        return reaches;
    }

    private Map<String, Set<String>> granted(Connection connection, CompanyId company, Set<String> roles)
            throws SQLException {
        var granted = new HashMap<String, Set<String>>();
        for (String role : roles) granted.put(role, permissions.of(Set.of(role)));
        read(
                connection,
                OWN_ROLES,
                company,
                roles,
                row -> granted.put(row.getString("name"), Set.of((String[])
                        row.getArray("permissions").getArray())));
        return granted;
    }

    private interface Taker {
        void take(ResultSet row) throws SQLException;
    }

    private static void read(Connection connection, String sql, CompanyId company, Set<String> roles, Taker taker)
            throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, company.value());
            statement.setArray(2, connection.createArrayOf("text", roles.toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) taker.take(rows);
            }
        }
    }
}
