package com.company.erp.user.directory;

import com.company.erp.platform.outgoing.Outgoing;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPSearchException;
import com.unboundid.ldap.sdk.RDN;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.SimpleBindRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Asks directories. What people type goes into filters as a value of the protocol and never as a piece of their text,
 * so that nothing in it means anything. Call it outside transactions.
 */
@Component
public class DirectoryLine {

    private static final int SUBJECT_CHARS_MAX = 255;
    private static final int NAME_CHARS_MAX = 200;
    private static final int GROUPS_MAX = 1_000;
    private static final List<String> MEMBERS = List.of("member", "uniqueMember");
    private static final List<String> CALLED = List.of("displayName", "cn");
    private static final String NOTHING = "1.1";

    /** Active Directory's, which is no text. */
    private static final String GUID = "objectGUID";

    /** How directories say that it is not he, or that he may not come in. */
    private static final Set<ResultCode> REFUSALS = Set.of(
            ResultCode.INVALID_CREDENTIALS,
            ResultCode.NO_SUCH_OBJECT,
            ResultCode.INVALID_DN_SYNTAX,
            ResultCode.CONSTRAINT_VIOLATION,
            ResultCode.UNWILLING_TO_PERFORM,
            ResultCode.INAPPROPRIATE_AUTHENTICATION,
            ResultCode.INSUFFICIENT_ACCESS_RIGHTS);

    private final DirectoryConnections connections;

    DirectoryLine(Outgoing outgoing) {
        this.connections = new DirectoryConnections(outgoing);
    }

    /**
     * Who calls himself so; null when nobody does, or more than one. The directory has to write the name as it was
     * typed, but for capitals, so that one person has not many names to guess passwords under.
     *
     * @throws DirectoryFailed when it cannot be asked
     */
    public @Nullable DirectoryPerson find(DirectoryPlace place, String name) {
        Predicate<SearchResultEntry> isCalledSo = entry -> place.nameAttributes().stream()
                .flatMap(attribute -> values(entry, attribute))
                .anyMatch(name::equalsIgnoreCase);
        var called = Filter.createORFilter(place.nameAttributes().stream()
                .map(attribute -> Filter.createEqualityFilter(attribute, name))
                .toList());
        return only(place, called, isCalledSo);
    }

    /**
     * Who has the subject; null when nobody has it any more.
     *
     * @throws DirectoryFailed when it cannot be asked
     */
    public @Nullable DirectoryPerson bySubject(DirectoryPlace place, String subject) {
        String attribute = place.subjectAttribute();
        var is = isGuid(attribute)
                ? Filter.createEqualityFilter(attribute, HexFormat.of().parseHex(subject))
                : Filter.createEqualityFilter(attribute, subject);
        return only(place, is, entry -> true);
    }

    /**
     * Whether the password is that person's. For nobody it is asked, too, with a name that does not exist, so that both
     * take their time.
     *
     * @throws DirectoryFailed when it cannot be asked
     */
    public boolean proves(DirectoryPlace place, @Nullable DirectoryPerson person, String password) {
        if (password.isEmpty()) return false; // It would bind as nobody, which succeeds (RFC 4513, 5.1.2).
        return connections.ask(place, connection -> {
            try {
                connection.bind(new SimpleBindRequest(person == null ? nobody(place) : person.dn(), password));
                return person != null;
            } catch (LDAPException e) {
                if (REFUSALS.contains(e.getResultCode())) return false;
                throw e;
            }
        });
    }

    /** Why people could not sign in by the directory; null when they could. */
    public @Nullable String problem(DirectoryPlace place) {
        try {
            return connections.askAsAccount(place, connection -> {
                String group = place.groupBase();
                if (group != null && connection.getEntry(group, NOTHING) == null) {
                    return "There is no " + group + " in it, or the account does not see it.";
                }
                var anybody = Filter.createORFilter(place.nameAttributes().stream()
                        .map(Filter::createPresenceFilter)
                        .toList());
                List<SearchResultEntry> some = search(connection, place, anybody, 1);
                if (some.isEmpty()) return "Nobody is found below " + place.userBase() + ".";
                return subject(some.getFirst(), place) == null
                        ? "It does not tell " + place.subjectAttribute() + " of "
                                + some.getFirst().getDN() + "."
                        : null;
            });
        } catch (DirectoryFailed e) {
            return e.getMessage();
        }
    }

    private @Nullable DirectoryPerson only(DirectoryPlace place, Filter filter, Predicate<SearchResultEntry> wanted) {
        return connections.askAsAccount(place, connection -> {
            List<SearchResultEntry> found = search(connection, place, filter, 2);
            if (found.size() != 1 || !wanted.test(found.getFirst())) return null;
            SearchResultEntry entry = found.getFirst();
            String subject = subject(entry, place);
            if (subject == null) {
                throw new DirectoryFailed("It does not tell " + place.subjectAttribute() + " of people.");
            }
            String address = values(entry, place.emailAttribute())
                    .findFirst()
                    .map(text -> text.strip().toLowerCase(Locale.ROOT))
                    .orElse(null);
            return new DirectoryPerson(entry.getDN(), subject, address, name(entry), groups(connection, place, entry));
        });
    }

    private static List<SearchResultEntry> search(
            LDAPConnection connection, DirectoryPlace place, Filter filter, int limit) throws LDAPException {
        String besides = place.userFilter();
        var whole = besides == null ? filter : Filter.createANDFilter(Filter.create(besides), filter);
        var asked = new ArrayList<>(place.nameAttributes());
        asked.addAll(CALLED);
        asked.addAll(List.of(place.subjectAttribute(), place.emailAttribute(), place.groupsAttribute()));
        return search(connection, place.userBase(), whole, limit, asked);
    }

    private static List<SearchResultEntry> search(
            LDAPConnection connection, String base, Filter filter, int limit, List<String> attributes)
            throws LDAPException {
        var request = new SearchRequest(base, SearchScope.SUB, filter, attributes.toArray(String[]::new));
        request.setSizeLimit(limit);
        request.setTimeLimitSeconds((int) DirectoryConnections.PATIENCE.toSeconds());
        try {
            return orNone(connection.search(request).getSearchEntries());
        } catch (LDAPSearchException e) {
            if (e.getResultCode().equals(ResultCode.SIZE_LIMIT_EXCEEDED)) return orNone(e.getSearchEntries());
            throw e;
        }
    }

    private static List<SearchResultEntry> orNone(@Nullable List<SearchResultEntry> found) {
        return Objects.requireNonNullElse(found, List.of());
    }

    private static List<String> groups(LDAPConnection connection, DirectoryPlace place, SearchResultEntry entry)
            throws LDAPException {
        String base = place.groupBase();
        if (base == null) {
            return values(entry, place.groupsAttribute())
                    .map(DirectoryPlace::plain)
                    .toList();
        }
        var names = Filter.createORFilter(MEMBERS.stream()
                .map(attribute -> Filter.createEqualityFilter(attribute, entry.getDN()))
                .toList());
        return search(connection, base, names, GROUPS_MAX, List.of(NOTHING)).stream()
                .map(group -> DirectoryPlace.plain(group.getDN()))
                .toList();
    }

    private static @Nullable String subject(SearchResultEntry entry, DirectoryPlace place) {
        Attribute found = entry.getAttribute(place.subjectAttribute());
        if (found == null || found.size() != 1) return null;
        String subject = isGuid(place.subjectAttribute())
                ? HexFormat.of().formatHex(found.getValueByteArray())
                : found.getValue();
        return subject == null || subject.isEmpty() || subject.length() > SUBJECT_CHARS_MAX ? null : subject;
    }

    private static boolean isGuid(String attribute) {
        return attribute.equalsIgnoreCase(GUID);
    }

    private static String name(SearchResultEntry entry) {
        String name = CALLED.stream()
                .map(entry::getAttributeValue)
                .filter(Objects::nonNull)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElseGet(entry::getDN);
        return name.length() > NAME_CHARS_MAX ? name.substring(0, NAME_CHARS_MAX) : name;
    }

    private static Stream<String> values(SearchResultEntry entry, String attribute) {
        String[] values = entry.getAttributeValues(attribute);
        return values == null ? Stream.of() : Arrays.stream(values);
    }

    private static String nobody(DirectoryPlace place) throws LDAPException {
        return new DN(new RDN("cn", UUID.randomUUID().toString()), new DN(place.userBase())).toString();
    }
}
