package com.company.erp.user.directory;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.util.ssl.HostNameSSLSocketVerifier;
import com.unboundid.util.ssl.SSLSocketVerifier;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;

/**
 * That a certificate names the machine as its address does (RFC 4513, 3.1.3). An address of figures has to stand in it
 * itself: the library would ask the network for its name, which may be somebody else's word.
 */
final class NameOnCertificate extends SSLSocketVerifier {

    private static final Pattern FIGURES = Pattern.compile("[0-9.]+|.*:.*");
    private static final int ADDRESS = 7;

    private final SSLSocketVerifier names = new HostNameSSLSocketVerifier(true);

    @Override
    public void verifySSLSocket(String host, int port, SSLSocket socket) throws LDAPException {
        if (!FIGURES.matcher(host).matches()) {
            names.verifySSLSocket(host, port, socket);
        } else if (!isOn(host, socket)) {
            String why = "The certificate does not name " + host + ".";
            throw new LDAPException(ResultCode.CONNECT_ERROR, why, new SSLException(why));
        }
    }

    private static boolean isOn(String host, SSLSocket socket) {
        try {
            if (!(socket.getSession().getPeerCertificates()[0] instanceof X509Certificate certificate)) return false;
            Collection<List<?>> others = certificate.getSubjectAlternativeNames();
            return others != null
                    && others.stream().anyMatch(name -> name.get(0).equals(ADDRESS) && host.equals(name.get(1)));
        } catch (SSLException | CertificateException e) {
            return false;
        }
    }
}
