package com.company.erp.user.passkey;

/** The address of a page as its browser knows it, without the path. */
public record Origin(String scheme, String host, int port) {

    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    String text() {
        boolean isUsual = port == (scheme.equals("https") ? HTTPS : HTTP);
        return scheme + "://" + host + (isUsual ? "" : ":" + port);
    }
}
