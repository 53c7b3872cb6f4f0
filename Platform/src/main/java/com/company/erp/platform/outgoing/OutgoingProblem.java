package com.company.erp.platform.outgoing;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** Why a connection that a user set up came to nothing, in a sentence for whoever set it up. */
public final class OutgoingProblem {

    private OutgoingProblem() {}

    /**
     * What the failure is caused by; empty where it is none of connecting.
     *
     * @param at the machine and port that were to be reached
     */
    public static Optional<String> of(String at, Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .flatMap(cause -> sentence(at, cause).stream())
                .findFirst();
    }

    private static Optional<String> sentence(String at, Throwable cause) {
        return Optional.ofNullable(
                switch (cause) {
                    case AddressRefused refused -> refused.getMessage();
                    case UnknownHostException unknown -> "There is no such machine: " + at + ". Look at the spelling.";
                    case SocketTimeoutException late -> at + " does not answer in time.";
                    case ConnectException nobody -> nobodyAnswers(at);
                    case NoRouteToHostException nobody -> nobodyAnswers(at);
                    case SSLException tls -> distrusted(at);
                    case CertificateException tls -> distrusted(at);
                    default -> null;
                });
    }

    private static String nobodyAnswers(String at) {
        return "Nobody answers at " + at + ". Look at the address, and whether a firewall lets the ERP through.";
    }

    private static String distrusted(String at) {
        return at + " does not speak TLS as it should, or nobody who is trusted signed its certificate for this name.";
    }
}
