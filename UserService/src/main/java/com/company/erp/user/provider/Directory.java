package com.company.erp.user.provider;

import com.company.erp.user.directory.DirectoryPlace;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A directory (LDAP) that compares people's passwords, which they type here. */
@Entity
@DiscriminatorValue("LDAP")
class Directory extends Provider {

    private String address = "";
    private @Nullable String bindAccount;
    private @Nullable String certificate;
    private String userBase = "";
    private @Nullable String userFilter;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> nameAttributes = List.of();

    private String subjectAttribute = "";
    private String emailAttribute = "";
    private String groupsAttribute = "";
    private @Nullable String groupBase;

    protected Directory() {}

    Directory(DirectoryDraft draft) {
        take(draft);
    }

    /** All but the password, which is kept where no new one is given. */
    final void take(DirectoryDraft draft) {
        List<GroupRole> plain = draft.roles().stream()
                .map(mapping -> mapping.isOfAll()
                        ? mapping
                        : new GroupRole(DirectoryPlace.plain(mapping.group()), mapping.role()))
                .toList();
        take(draft.name(), draft.enabled(), draft.domains(), plain);
        address = draft.address().strip();
        bindAccount = orNone(draft.bindAccount());
        certificate = orNone(draft.certificate());
        userBase = draft.userBase().strip();
        userFilter = orNone(draft.userFilter());
        nameAttributes = List.of(or(draft.nameAttributes(), "mail").split("[\\s,]+"));
        subjectAttribute = or(draft.subjectAttribute(), "entryUUID");
        emailAttribute = or(draft.emailAttribute(), "mail");
        groupsAttribute = or(draft.groupsAttribute(), "memberOf");
        groupBase = orNone(draft.groupBase());
    }

    private static @Nullable String orNone(@Nullable String given) {
        return given == null || given.isBlank() ? null : given.strip();
    }

    /** @param password null where there is none, or none that can be read */
    DirectoryPlace place(@Nullable String password) {
        return new DirectoryPlace(
                address,
                bindAccount,
                password,
                certificate,
                userBase,
                userFilter,
                List.copyOf(nameAttributes),
                subjectAttribute,
                emailAttribute,
                groupsAttribute,
                groupBase);
    }

    DirectoryView view() {
        return new DirectoryView(
                id(),
                version(),
                name(),
                isEnabled(),
                address,
                bindAccount,
                secret() != null,
                certificate,
                userBase,
                userFilter,
                String.join(" ", nameAttributes),
                subjectAttribute,
                emailAttribute,
                groupsAttribute,
                groupBase,
                domains(),
                roles());
    }
}
