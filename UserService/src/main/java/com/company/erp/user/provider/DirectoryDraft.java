package com.company.erp.user.provider;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A directory (LDAP) as it is to be.
 *
 * @param enabled whether people sign in by it; when it no longer is, those who did are out with their next request
 * @param address ldaps://directory.example.com, or ldap://… where TLS begins before anything is said (StartTLS)
 * @param bindAccount the name (DN) of the account that looks people up; absent where anybody may
 * @param bindPassword of that account; kept encrypted and never shown; absent in a change for the one before
 * @param certificate of whom the directory's certificate is signed by (PEM); absent for one that everybody knows
 * @param userBase below which name (DN) people are
 * @param userFilter what people have to fulfil besides, as (objectClass=person); absent for nothing
 * @param nameAttributes by which attributes people call themselves, with spaces between; mail when absent
 * @param subjectAttribute which attribute stays the same for ever; entryUUID when absent, objectGUID for Active
 *     Directory
 * @param emailAttribute which attribute holds the address; mail when absent
 * @param groupsAttribute in which attribute people name their groups; memberOf when absent
 * @param groupBase below which name (DN) groups name their members; absent where people name their groups
 * @param domains whose addresses the directory speaks for
 * @param roles which roles the members of its groups have; when there are none, roles stay as they were given here
 */
public record DirectoryDraft(
        @NotBlank @Size(max = 100) String name,
        @NotNull Boolean enabled,
        @NotBlank @Size(max = 500) String address,
        @Nullable @Size(max = 500) String bindAccount,
        @Nullable @Size(max = 500) String bindPassword,
        @Nullable @Size(max = 20_000) String certificate,
        @NotBlank @Size(max = 500) String userBase,
        @Nullable @Size(max = 1_000) String userFilter,

        @Nullable @Size(max = 200) @Pattern(regexp = ATTRIBUTES) String nameAttributes,

        @Nullable @Size(max = 100) @Pattern(regexp = ATTRIBUTE) String subjectAttribute,

        @Nullable @Size(max = 100) @Pattern(regexp = ATTRIBUTE) String emailAttribute,

        @Nullable @Size(max = 100) @Pattern(regexp = ATTRIBUTE) String groupsAttribute,

        @Nullable @Size(max = 500) String groupBase,
        @NotEmpty @Size(max = 20) List<@NotBlank @Size(max = 253) String> domains,
        @NotNull @Size(max = 200) List<@NotNull @Valid GroupRole> roles) {

    private static final String ATTRIBUTE = "[A-Za-z][A-Za-z0-9-]*|";
    private static final String ATTRIBUTES = "([A-Za-z][A-Za-z0-9-]*[ ,]*)*";

    @Override
    public String toString() {
        return "DirectoryDraft[" + name + "]";
    }
}
