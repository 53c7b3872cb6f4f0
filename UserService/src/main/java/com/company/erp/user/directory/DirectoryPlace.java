package com.company.erp.user.directory;

import com.company.erp.platform.outgoing.OutgoingHttp;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where a directory is, and how it keeps people.
 *
 * @param address ldaps://… or ldap://…; the latter begins TLS before anything is said, but for this machine
 * @param account the name (DN) of the account that looks people up; absent where anybody may
 * @param certificate of whom the directory's own is signed by, as PEM; absent where Java knows him
 * @param userBase below which people are
 * @param userFilter what they have to fulfil besides; absent for nothing
 * @param nameAttributes by which of their attributes they call themselves when they sign in
 * @param subjectAttribute what stays the same whatever else changes
 * @param groupBase below which groups name their members; absent where people name their groups
 */
public record DirectoryPlace(
        String address,
        @Nullable String account,
        @Nullable String password,
        @Nullable String certificate,
        String userBase,
        @Nullable String userFilter,
        List<String> nameAttributes,
        String subjectAttribute,
        String emailAttribute,
        String groupsAttribute,
        @Nullable String groupBase) {

    private static final int PORT = 389;
    private static final int PORT_OF_TLS = 636;

    /** Whether it is the address of a directory: with a machine and perhaps a port, and nothing else. */
    public static boolean isAddress(String address) {
        try {
            URI uri = URI.create(address);
            String path = uri.getPath();
            return ("ldaps".equals(uri.getScheme()) || "ldap".equals(uri.getScheme()))
                    && uri.getHost() != null
                    && (path == null || path.isEmpty() || path.equals("/"))
                    && uri.getQuery() == null
                    && uri.getFragment() == null
                    && uri.getUserInfo() == null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    public static boolean isName(String dn) {
        return DN.isValidDN(dn);
    }

    public static boolean isFilter(String filter) {
        try {
            Filter.create(filter);
            return true;
        } catch (LDAPException e) {
            return false;
        }
    }

    public static boolean isCertificate(String pem) {
        try {
            return !certificates(pem).isEmpty();
        } catch (CertificateException e) {
            return false;
        }
    }

    static Collection<? extends Certificate> certificates(String pem) throws CertificateException {
        return CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
    }

    /** The one spelling of a group: names (DN) differ in blanks and capitals and mean the same. */
    public static String plain(String group) {
        try {
            return DN.normalize(group);
        } catch (LDAPException e) {
            return group.strip().toLowerCase(Locale.ROOT);
        }
    }

    String host() {
        String host = URI.create(address).getHost();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    int port() {
        int port = URI.create(address).getPort();
        if (port != -1) return port;
        return isTlsFromTheStart() ? PORT_OF_TLS : PORT;
    }

    boolean isTlsFromTheStart() {
        return "ldaps".equals(URI.create(address).getScheme());
    }

    /** Nobody listens between this machine and itself. */
    boolean isPlain() {
        return !isTlsFromTheStart()
                && OutgoingHttp.isThisMachine(URI.create(address).getHost());
    }

    @Override
    public String toString() {
        return "DirectoryPlace[" + address + "]";
    }
}
