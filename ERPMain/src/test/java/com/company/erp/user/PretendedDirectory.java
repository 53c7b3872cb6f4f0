package com.company.erp.user;

import com.company.erp.HttpTest;
import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.OperationType;
import com.unboundid.util.ssl.KeyStoreKeyManager;
import com.unboundid.util.ssl.SSLUtil;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A directory on this machine, which lets nobody look people up but the account that it was given. */
public final class PretendedDirectory implements AutoCloseable {

    static final String BASE = "dc=example,dc=com";
    public static final String PEOPLE = "ou=people," + BASE;
    static final String GROUPS = "ou=groups," + BASE;
    public static final String READER = "cn=reader," + BASE;
    public static final String READERS_PASSWORD = "what the reader and the house know";

    private static final String STORE_PASSWORD = "changeit";

    private final InMemoryDirectoryServer server;

    public PretendedDirectory() {
        this(null);
    }

    /** @param keyStore with its certificate, by which it speaks TLS, too */
    PretendedDirectory(@Nullable Path keyStore) {
        try {
            var config = new InMemoryDirectoryServerConfig(BASE);
            config.setSchema(null);
            var here = InetAddress.getByName("127.0.0.1");
            if (keyStore == null) {
                config.setListenerConfigs(InMemoryListenerConfig.createLDAPConfig("plain", here, 0, null));
            } else {
                var tls = new SSLUtil(new KeyStoreKeyManager(keyStore.toFile(), STORE_PASSWORD.toCharArray()), null);
                config.setListenerConfigs(
                        InMemoryListenerConfig.createLDAPConfig("plain", here, 0, tls.createSSLSocketFactory()),
                        InMemoryListenerConfig.createLDAPSConfig(
                                "tls", here, 0, tls.createSSLServerSocketFactory(), tls.createSSLSocketFactory()));
            }
            config.setAuthenticationRequiredOperationTypes(Set.of(OperationType.SEARCH));
            server = new InMemoryDirectoryServer(config);
            server.startListening();
            server.add(BASE, new Attribute("objectClass", "top", "domain"), new Attribute("dc", "example"));
            server.add(PEOPLE, new Attribute("objectClass", "organizationalUnit"), new Attribute("ou", "people"));
            server.add(GROUPS, new Attribute("objectClass", "organizationalUnit"), new Attribute("ou", "groups"));
            server.add(
                    READER,
                    new Attribute("objectClass", "person"),
                    new Attribute("cn", "reader"),
                    new Attribute("userPassword", READERS_PASSWORD));
        } catch (LDAPException | UnknownHostException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A certificate of localhost, signed by itself. */
    static Path keyStore(Path folder) throws IOException, InterruptedException {
        Path store = folder.resolve("directory.p12");
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        String options =
                "-genkeypair -alias directory -keyalg EC -storetype PKCS12 -dname CN=localhost -ext san=dns:localhost";
        var command = new ArrayList<>(List.of(keytool));
        command.addAll(List.of(options.split(" ")));
        command.addAll(List.of("-storepass", STORE_PASSWORD, "-keystore", store.toString()));
        if (new ProcessBuilder(command).start().waitFor() != 0) throw new IllegalStateException("keytool fails");
        return store;
    }

    /** Its certificate as administrators enter it. */
    static String pem(Path store) throws IOException, GeneralSecurityException {
        var certificate = KeyStore.getInstance(store.toFile(), STORE_PASSWORD.toCharArray())
                .getCertificate("directory");
        return "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder().encodeToString(certificate.getEncoded())
                + "\n-----END CERTIFICATE-----\n";
    }

    int port(String listener) {
        return server.getListenPort(listener);
    }

    public String address() {
        return "ldap://127.0.0.1:" + port("plain");
    }

    static String dn(String name) {
        return "uid=" + name + "," + PEOPLE;
    }

    public static String group(String name) {
        return "cn=" + name + "," + GROUPS;
    }

    /** Somebody with the password of all tests. */
    public void add(String name, String address, String... groups) {
        try {
            server.add(
                    dn(name),
                    new Attribute("objectClass", "inetOrgPerson"),
                    new Attribute("uid", name),
                    new Attribute("cn", "Person " + name),
                    new Attribute("mail", address),
                    new Attribute("memberOf", groups),
                    new Attribute("userPassword", HttpTest.PASSWORD));
        } catch (LDAPException e) {
            throw new IllegalStateException(e);
        }
    }

    void change(String name, Map<String, String> values) {
        try {
            for (var value : values.entrySet()) {
                server.modify(dn(name), new Modification(ModificationType.REPLACE, value.getKey(), value.getValue()));
            }
        } catch (LDAPException e) {
            throw new IllegalStateException(e);
        }
    }

    void addGroup(String name, String member) {
        try {
            server.add(
                    group(name),
                    new Attribute("objectClass", "groupOfNames"),
                    new Attribute("cn", name),
                    new Attribute("member", member));
        } catch (LDAPException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.shutDown(true);
    }
}
