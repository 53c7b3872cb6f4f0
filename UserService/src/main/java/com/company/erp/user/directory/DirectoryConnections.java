package com.company.erp.user.directory;

import com.company.erp.platform.outgoing.Outgoing;
import com.company.erp.platform.outgoing.OutgoingProblem;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionOptions;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SimpleBindRequest;
import com.unboundid.ldap.sdk.extensions.StartTLSExtendedRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Duration;
import javax.net.SocketFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * Connections to directories, each for one question: to no address inside that the operator has not opened, with TLS
 * and its certificate and name checked, and with an end to patience. No referral is followed.
 */
final class DirectoryConnections {

    static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final int LONGEST_ANSWER_BYTES = 1024 * 1024;

    private final Outgoing outgoing;

    DirectoryConnections(Outgoing outgoing) {
        this.outgoing = outgoing;
    }

    /** What is asked on a connection. */
    interface Question<T extends @Nullable Object> {
        T ask(LDAPConnection connection) throws LDAPException;
    }

    /** @throws DirectoryFailed when it cannot be asked */
    <T extends @Nullable Object> T ask(DirectoryPlace place, Question<T> question) {
        String at = place.host() + ":" + place.port();
        try (LDAPConnection connection = new LDAPConnection(sockets(place), options())) {
            InetAddress address = outgoing.resolve(place.host());
            connection.connect(place.host(), address, place.port(), (int) PATIENCE.toMillis());
            if (!place.isTlsFromTheStart() && !place.isPlain()) {
                connection.processExtendedOperation(new StartTLSExtendedRequest(tls(place)));
            }
            return question.ask(connection);
        } catch (IOException e) {
            throw new DirectoryFailed(OutgoingProblem.of(at, e).orElse("Nobody answers at " + at + "."));
        } catch (GeneralSecurityException e) {
            throw new DirectoryFailed("The certificate that was entered cannot be read.");
        } catch (LDAPException e) {
            throw new DirectoryFailed(words(at, e));
        }
    }

    /** The same, as the account that looks people up. */
    <T extends @Nullable Object> T askAsAccount(DirectoryPlace place, Question<T> question) {
        String account = place.account();
        String password = place.password();
        if (account == null) return ask(place, question);
        if (password == null) {
            throw new DirectoryFailed("The account has no password here, or JWT_SECRET was changed: enter it anew.");
        }
        return ask(place, connection -> {
            connection.bind(new SimpleBindRequest(account, password));
            return question.ask(connection);
        });
    }

    private static SocketFactory sockets(DirectoryPlace place) throws GeneralSecurityException, IOException {
        return place.isTlsFromTheStart() ? tls(place).getSocketFactory() : SocketFactory.getDefault();
    }

    private static LDAPConnectionOptions options() {
        var options = new LDAPConnectionOptions();
        options.setUseSynchronousMode(true);
        options.setConnectTimeoutMillis((int) PATIENCE.toMillis());
        options.setResponseTimeoutMillis(PATIENCE.toMillis());
        options.setMaxMessageSize(LONGEST_ANSWER_BYTES);
        options.setFollowReferrals(false);
        options.setSSLSocketVerifier(new NameOnCertificate());
        return options;
    }

    /** Trusts who signed the directory's certificate, or whom Java trusts. */
    private static SSLContext tls(DirectoryPlace place) throws GeneralSecurityException, IOException {
        String pem = place.certificate();
        if (pem == null) return SSLContext.getDefault();
        var trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        int number = 0;
        for (Certificate certificate : DirectoryPlace.certificates(pem)) {
            trusted.setCertificateEntry("directory " + number++, certificate);
        }
        var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        var context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }

    private static String words(String at, LDAPException e) {
        return OutgoingProblem.of(at, e)
                .orElseGet(() -> switch (e.getResultCode().intValue()) {
                    case ResultCode.CONNECT_ERROR_INT_VALUE, ResultCode.SERVER_DOWN_INT_VALUE ->
                        "Nobody answers at " + at + ", or not with TLS that is to be trusted.";
                    case ResultCode.TIMEOUT_INT_VALUE, ResultCode.TIME_LIMIT_EXCEEDED_INT_VALUE ->
                        at + " does not answer in time.";
                    case ResultCode.INVALID_CREDENTIALS_INT_VALUE ->
                        at + " does not let the account in: its name or its password is wrong.";
                    case ResultCode.NO_SUCH_OBJECT_INT_VALUE ->
                        at
                                + " does not know where to look: one of the names (DN) does not exist, or the account"
                                + " does not see it.";
                    default -> at + " refuses: " + e.getResultCode() + ".";
                });
    }
}
