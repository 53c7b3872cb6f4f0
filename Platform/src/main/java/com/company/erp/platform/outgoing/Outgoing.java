package com.company.erp.platform.outgoing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.List;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Guards the ways out that users may point somewhere, so that nobody reaches through the house what only the house can
 * reach (server-side request forgery). What is looked at is the very address that is connected to, after its name was
 * resolved: a name that means something else the next moment gains nothing.
 */
@Component
@EnableConfigurationProperties(OutgoingProperties.class)
public class Outgoing {

    /** What is not the public internet, by the registries of special-purpose addresses (RFC 6890) and IPv6 itself. */
    private static final List<Network> INSIDE = networks(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16", // link-local; clouds tell their secrets at 169.254.169.254
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/3",
            "168.63.129.16", // Azure's own services, at an address that looks public
            "2001::/23",
            "2001:db8::/32",
            "2002::/16", // holds an IPv4 address, which may be one inside
            "3fff::/20");

    private static final Network PUBLIC_V6 = Network.valueOf("2000::/3");
    private static final int BYTES_V6 = 16;

    private final List<Network> allowed;

    Outgoing(OutgoingProperties properties) {
        this.allowed = properties.networks();
    }

    private static List<Network> networks(String... texts) {
        return List.of(texts).stream().map(Network::valueOf).toList();
    }

    /** Makes sockets that connect to nothing inside. */
    public SocketFactory sockets() {
        return new GuardedSockets();
    }

    /**
     * The address of a machine, for whoever connects to that very address himself.
     *
     * @throws AddressRefused when it is inside, and no setting lets connections lead there
     */
    public InetAddress resolve(String host) throws IOException {
        InetAddress address = InetAddress.getByName(host);
        require(address);
        return address;
    }

    /** @throws AddressRefused when it is inside, and no setting lets connections lead there */
    void require(InetAddress address) throws AddressRefused {
        if (allowed.stream().anyMatch(network -> network.holds(address))) return;
        boolean isStrange = address.getAddress().length == BYTES_V6 && !PUBLIC_V6.holds(address);
        if (isStrange || INSIDE.stream().anyMatch(network -> network.holds(address))) {
            throw new AddressRefused(address.getHostAddress()
                    + " is no public address. Who runs the ERP can allow it by the setting erp.outgoing.networks.");
        }
    }

    private final class GuardedSocket extends Socket {

        @Override
        public void connect(SocketAddress endpoint, int timeoutMillis) throws IOException {
            if (!(endpoint instanceof InetSocketAddress named) || named.isUnresolved()) {
                throw new AddressRefused("There is no such machine: " + endpoint + ".");
            }
            require(named.getAddress());
            super.connect(endpoint, timeoutMillis);
        }

        @Override
        public void connect(SocketAddress endpoint) throws IOException {
            connect(endpoint, 0);
        }
    }

    private final class GuardedSockets extends SocketFactory {

        @Override
        public Socket createSocket() {
            return new GuardedSocket();
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            return connected(new InetSocketAddress(host, port), null);
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            return connected(new InetSocketAddress(host, port), null);
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
            return connected(new InetSocketAddress(host, port), new InetSocketAddress(localHost, localPort));
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort)
                throws IOException {
            return connected(new InetSocketAddress(host, port), new InetSocketAddress(localHost, localPort));
        }

        private Socket connected(InetSocketAddress endpoint, @Nullable InetSocketAddress local) throws IOException {
            var socket = new GuardedSocket();
            try {
                if (local != null) socket.bind(local);
                socket.connect(endpoint);
                return socket;
            } catch (IOException e) {
                socket.close();
                throw e;
            }
        }
    }
}
