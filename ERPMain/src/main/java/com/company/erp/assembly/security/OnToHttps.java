package com.company.erp.assembly.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/** Answers what comes in on the port without encryption with the same address under HTTPS, and nothing else. */
final class OnToHttps extends ValveBase {

    private static final int USUAL_PORT = 443;

    private final int plainPort;
    private final int securePort;

    OnToHttps(int plainPort, int securePort) {
        super(true);
        this.plainPort = plainPort;
        this.securePort = securePort;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (request.getConnector().getPort() != plainPort) {
            getNext().invoke(request, response);
            return;
        }
        String port = securePort == USUAL_PORT ? "" : ":" + securePort;
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        response.setStatus(HttpServletResponse.SC_MOVED_PERMANENTLY);
        response.setHeader("Location", "https://" + request.getServerName() + port + request.getRequestURI() + query);
    }
}
