package com.company.erp.assembly.security;

import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.SSLHostConfig;

/** HTTP whose server chooses the cipher, by the order it has them in; a new certificate changes nothing in that. */
public final class OrderedCiphers extends Http11NioProtocol {

    @Override
    public void addSslHostConfig(SSLHostConfig host, boolean replace) {
        host.setHonorCipherOrder(true);
        super.addSslHostConfig(host, replace);
    }
}
