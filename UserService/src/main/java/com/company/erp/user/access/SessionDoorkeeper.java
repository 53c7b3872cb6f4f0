package com.company.erp.user.access;

import com.company.erp.kernel.Actor;
import com.company.erp.kernel.Unauthenticated;
import com.company.erp.platform.tenancy.Doorkeeper;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Lets users in by their session and membership, as they are at this instant: who signed out, left or changed roles is
 * treated so from the next transaction on. Who must change the password first is let in, but may do nothing.
 */
@Component
class SessionDoorkeeper implements Doorkeeper {

    private static final String ADMIT =
            "SELECT roles, own_permissions, administrator, must_change_password FROM admit(?, ?, ?)";

    /** What the installation's administrator may, also in no company. */
    private static final Set<String> OF_THE_INSTALLATION = Set.of("company.create", "log_level.change", "system.read");

    private final Permissions permissions;

    SessionDoorkeeper(Permissions permissions) {
        this.permissions = permissions;
    }

    @Override
    public Set<String> admit(Connection connection, Actor actor) throws SQLException {
        try (var statement = connection.prepareStatement(ADMIT)) {
            statement.setObject(1, actor.company().value());
            statement.setObject(2, actor.user().value());
            statement.setObject(3, actor.session());
            try (var row = statement.executeQuery()) {
                if (!row.next()) {
                    throw new Unauthenticated(
                            "session.revoked", "The session has ended, or you do not belong to the company any more.");
                }
                return granted(row);
            }
        }
    }

    private Set<String> granted(ResultSet row) throws SQLException {
        if (row.getBoolean("must_change_password")) return Set.of();
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
        return Set.of((String[]) array.getArray());
    }
}
