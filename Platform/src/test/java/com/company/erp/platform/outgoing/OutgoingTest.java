package com.company.erp.platform.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutgoingTest {

    private final Outgoing closed = allowing();

    private static Outgoing allowing(String... networks) {
        return new Outgoing(
                new OutgoingProperties(Stream.of(networks).map(Network::valueOf).toList()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.0.0.1",
                "100.100.100.200",
                "127.0.0.1",
                "127.255.255.254",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.192",
                "192.168.1.1",
                "198.19.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "168.63.129.16",
                "::",
                "::1",
                "::ffff:127.0.0.1",
                "::127.0.0.1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::",
                "2001:0:7f00:1::",
                "fe80::1",
                "fec0::1",
                "fc00::1",
                "fd00:ec2::254",
                "ff02::1"
            })
    void nothing_inside_is_reached(String address) throws IOException {
        InetAddress inside = InetAddress.getByName(address);
        assertThatThrownBy(() -> closed.require(inside))
                .isInstanceOf(AddressRefused.class)
                .hasMessageContaining("erp.outgoing.networks");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.1.1.1", "9.255.255.255", "11.0.0.1", "172.32.0.1", "193.0.0.1", "2606:4700::1111"})
    void the_public_internet_is_open(String address) throws IOException {
        InetAddress outside = InetAddress.getByName(address);
        assertThatCode(() -> closed.require(outside)).doesNotThrowAnyException();
    }

    @Test
    void a_network_that_the_operator_names_is_open_and_its_neighbour_is_not() throws IOException {
        Outgoing outgoing = allowing("10.1.2.0/23", "fd00::1");
        for (String open : List.of("10.1.2.0", "10.1.3.255", "fd00::1")) {
            InetAddress address = InetAddress.getByName(open);
            assertThatCode(() -> outgoing.require(address)).doesNotThrowAnyException();
        }
        for (String refused : List.of("10.1.1.255", "10.1.4.0", "fd00::2")) {
            InetAddress address = InetAddress.getByName(refused);
            assertThatThrownBy(() -> outgoing.require(address)).isInstanceOf(AddressRefused.class);
        }
    }

    /** What rebinding comes to: a name was looked up as something public, and means this machine when it is used. */
    @Test
    void a_name_that_has_come_to_mean_this_machine_is_not_connected_to() throws IOException {
        try (var listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket socket = closed.sockets().createSocket()) {
            byte[] loopback = InetAddress.getLoopbackAddress().getAddress();
            var rebound = new InetSocketAddress(
                    InetAddress.getByAddress("mail.example.com", loopback), listening.getLocalPort());

            assertThatThrownBy(() -> socket.connect(rebound, 1_000)).isInstanceOf(AddressRefused.class);
            assertThatThrownBy(() -> socket.connect(rebound)).isInstanceOf(AddressRefused.class);
            assertThatThrownBy(() -> closed.sockets().createSocket("localhost", listening.getLocalPort()))
                    .isInstanceOf(AddressRefused.class);
            assertThatThrownBy(() ->
                            closed.sockets().createSocket(rebound.getAddress(), listening.getLocalPort(), null, 0))
                    .isInstanceOf(AddressRefused.class);
            assertThat(socket.isConnected()).isFalse();
            listening.setSoTimeout(1);
            assertThatThrownBy(listening::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void what_is_allowed_is_connected_to() throws IOException {
        try (var listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket socket = allowing("127.0.0.0/8", "::1")
                        .sockets()
                        .createSocket(listening.getInetAddress(), listening.getLocalPort())) {
            assertThat(socket.isConnected()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mail.example.com", "10.0.0.0/33", "10.0.0.0/x", "", "10.0.0.0/-1", "::1/129"})
    void a_network_is_written_in_figures(String text) {
        assertThatThrownBy(() -> Network.valueOf(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
