package com.company.erp.user.access;

import com.company.erp.kernel.Actor;
import com.company.erp.kernel.Unauthenticated;
import com.company.erp.kernel.UserId;
import com.company.erp.platform.tenancy.Admission;
import com.company.erp.platform.tenancy.Doorkeeper;
import com.company.erp.platform.tenancy.Reach;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Lets users in by their session and membership, as they are at this instant: who signed out, left or changed roles is
 * treated so from the next transaction on. Who must change the password or set up a second factor first is let in, but
 * may do nothing.
 */
@Component
class SessionDoorkeeper implements Doorkeeper {

    private static final String ADMIT =
            "SELECT roles, own_permissions, administrator, must_change_password, acting_for, acting_for_name,"
                    + " apart, ruled, lacks_factor FROM receive(?, ?, ?)";

    /** What the installation's administrator may, also in no company. */
    private static final Set<String> OF_THE_INSTALLATION = Set.of("company.create", "log_level.change", "system.read");

    private final Permissions permissions;
    private final Reaches reaches;

    SessionDoorkeeper(Permissions permissions, Reaches reaches) {
        this.permissions = permissions;
        this.reaches = reaches;
    }

    @Override
    public Admission admit(Connection connection, Actor actor) throws SQLException {
        try (var statement = connection.prepareStatement(ADMIT)) {
            statement.setObject(1, actor.company().value());
            statement.setObject(2, actor.user().value());
            statement.setObject(3, actor.session());
            try (var row = statement.executeQuery()) {
                if (!row.next()) {
                    throw new Unauthenticated(
                            "session.revoked", "The session has ended, or you do not belong to the company any more.");
                }
                return admission(connection, actor, row);
            }
        }
    }

    private Admission admission(Connection connection, Actor actor, ResultSet row) throws SQLException {
        UUID absent = row.getObject("acting_for", UUID.class);
        Map<String, Set<String>> apart = apart((String[]) row.getArray("apart").getArray());
        Map<String, List<Reach>> limits = row.getBoolean("ruled")
                ? reaches.of(connection, actor.company(), texts(row.getArray("roles")))
                : Map.of();
        boolean lacksFactor = row.getBoolean("lacks_factor");
        if (absent == null) return new Admission(actor, granted(row), apart, limits, lacksFactor);
        Set<String> lent = granted(row).stream().filter(Lending::isLent).collect(Collectors.toSet());
        Actor inHisPlace = actor.standingInFor(new UserId(absent), row.getString("acting_for_name"));
        return new Admission(inHisPlace, lent, apart, limits, lacksFactor);
    }

    /** Each pair is two permissions with a space between; either keeps from the other. */
    private static Map<String, Set<String>> apart(String[] pairs) {
        if (pairs.length == 0) return Map.of();
        var apart = new HashMap<String, Set<String>>();
        for (String pair : pairs) {
            String[] two = pair.split(" ", 2);
            apart.computeIfAbsent(two[0], p -> new HashSet<>()).add(two[1]);
            apart.computeIfAbsent(two[1], p -> new HashSet<>()).add(two[0]);
        }
        return apart;
    }

    private Set<String> granted(ResultSet row) throws SQLException {
        if (row.getBoolean("must_change_password") || row.getBoolean("lacks_factor")) return Set.of();
        Set<String> ofHouse = permissions.of(texts(row.getArray("roles")));
        Set<String> own = texts(row.getArray("own_permissions"));
        boolean administrator = row.getBoolean("administrator");
        if (own.isEmpty() && !administrator) return ofHouse;
        var granted = new HashSet<>(ofHouse);
        granted.addAll(own);
        if (administrator) granted.addAll(OF_THE_INSTALLATION);
        return granted;
    }

    private static Set<String> texts(Array array) throws SQLException {
        return Set.copyOf(List.of((String[]) array.getArray())); // Two roles may grant the same.
    }
}
