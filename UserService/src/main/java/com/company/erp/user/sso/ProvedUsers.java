package com.company.erp.user.sso;

import com.company.erp.kernel.ErpException;
import com.company.erp.kernel.Unauthenticated;
import com.company.erp.kernel.UserId;
import com.company.erp.kernel.Uuid7;
import com.company.erp.platform.tenancy.Scope;
import com.company.erp.user.account.Passwords;
import com.company.erp.user.account.Users;
import com.company.erp.user.member.ProvidedMembers;
import com.company.erp.user.member.ProvidedMembers.Standing;
import com.company.erp.user.provider.Authority;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which user of the company somebody is whom its provider has proved. He is known by the provider's subject; the first
 * time by a verified address of the provider's domains, under which he has an account already or gets one. Call it in a
 * transaction of the company.
 */
@Component
class ProvedUsers {

    private final Users users;
    private final Passwords passwords;
    private final ProvidedMembers members;
    private final JdbcClient jdbc;

    ProvedUsers(Users users, Passwords passwords, ProvidedMembers members, JdbcClient jdbc) {
        this.users = users;
        this.passwords = passwords;
        this.members = members;
        this.jdbc = jdbc;
    }

    /**
     * The user, who is a member with the roles that the provider gives.
     *
     * @throws Unauthenticated sign_in.address_unverified, sign_in.address_foreign, sign_in.linked_otherwise,
     *     sign_in.deactivated, sign_in.no_role, sign_in.duties
     */
    UserId of(Authority authority, Assertion said) {
        UUID provider = authority.id().value();
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(:identity, 0))")
                .param("identity", "identity " + provider + " " + said.subject())
                .query((row, index) -> true)
                .single();
        UserId known = linked(provider, said.subject());
        UserId user = known == null ? link(authority, said) : known;
        Set<String> roles = authority.roles(said.groups());
        boolean isMember = isMember(user);
        if (roles.isEmpty() && (authority.givesRoles() || !isMember)) {
            throw new Unauthenticated("sign_in.no_role", "No group of yours has a role in the company.");
        }
        try {
            if (!isMember) members.join(user, roles);
            else if (authority.givesRoles()) members.follow(user, roles);
        } catch (ErpException e) {
            throw new Unauthenticated("sign_in.duties", "Your groups give duties that the company keeps apart.");
        }
        return user;
    }

    private boolean isMember(UserId user) {
        Standing standing = members.standing(user);
        if (standing == Standing.DEACTIVATED) {
            throw new Unauthenticated("sign_in.deactivated", "The company has deactivated you.");
        }
        return standing == Standing.MEMBER;
    }

    private @Nullable UserId linked(UUID provider, String subject) {
        return jdbc.sql("""
            SELECT user_id FROM user_identities
            WHERE company_id = :company AND provider_id = :provider AND subject = :subject\
            """)
                .param("company", Scope.company().value())
                .param("provider", provider)
                .param("subject", subject)
                .query(UUID.class)
                .optional()
                .map(UserId::new)
                .orElse(null);
    }

    private UserId link(Authority authority, Assertion said) {
        String address = said.address();
        if (address == null || !Users.isEmail(address) || !Users.isPlain(address)) {
            throw new Unauthenticated(
                    "sign_in.address_unverified", "The identity provider says no address of you that it has verified.");
        }
        if (!authority.speaksFor(address)) {
            throw new Unauthenticated(
                    "sign_in.address_foreign", "The identity provider does not speak for addresses of that domain.");
        }
        UserId there = users.at(address);
        UserId user = there == null ? users.add(address, said.name(), passwords.hash(passwords.oneTime())) : there;
        UUID provider = authority.id().value();
        if (isLinkedOtherwise(provider, user)) {
            throw new Unauthenticated(
                    "sign_in.linked_otherwise", "The account of that address belongs to another person there.");
        }
        jdbc.sql("""
            INSERT INTO user_identities (company_id, id, provider_id, subject, user_id)
            VALUES (:company, :id, :provider, :subject, :user)\
            """)
                .param("company", Scope.company().value())
                .param("id", Uuid7.next())
                .param("provider", provider)
                .param("subject", said.subject())
                .param("user", user.value())
                .update();
        return user;
    }

    /** An address that was given to somebody else since does not open the account of who had it before. */
    private boolean isLinkedOtherwise(UUID provider, UserId user) {
        return jdbc.sql("""
            SELECT EXISTS (SELECT 1 FROM user_identities WHERE company_id = :company
                           AND provider_id = :provider AND user_id = :user)\
            """)
                .param("company", Scope.company().value())
                .param("provider", provider)
                .param("user", user.value())
                .query(Boolean.class)
                .single();
    }
}
