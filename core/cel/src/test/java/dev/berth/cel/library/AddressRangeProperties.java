package dev.berth.cel.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Ranges of addresses, compared with arithmetic on the numbers of the addresses. */
class AddressRangeProperties {

    @Property
    void a_range_contains_the_addresses_with_its_leading_bits(
            @ForAll @Size(4) byte[] network, @ForAll @IntRange(max = 32) int prefix, @ForAll @Size(4) byte[] address)
            throws UnknownHostException {
        assertContainsAsNumbersDo(network, prefix, address);
        byte[] near = network.clone();
        near[3] = address[3];
        assertContainsAsNumbersDo(network, prefix, near);
    }

    @Property
    void a_range_of_ipv6_contains_the_addresses_with_its_leading_bits(
            @ForAll @Size(16) byte[] network, @ForAll @IntRange(max = 128) int prefix, @ForAll byte last)
            throws UnknownHostException {
        network[0] = 0x20; // not an IPv4 address in IPv6, which the server refuses
        byte[] near = network.clone();
        near[15] = last;
        assertContainsAsNumbersDo(network, prefix, near);
    }

    private static void assertContainsAsNumbersDo(byte[] network, int prefix, byte[] address)
            throws UnknownHostException {
        int shift = 8 * network.length - prefix;
        boolean expected =
                new BigInteger(1, network).shiftRight(shift).equals(new BigInteger(1, address).shiftRight(shift));
        AddressRange range = AddressRange.parse(text(network) + "/" + prefix).orElseThrow();
        Ip ip = Ip.parse(text(address)).orElseThrow();
        AddressRange single = AddressRange.parse(ip + "/" + 8 * address.length).orElseThrow();
        assertThat(range.contains(ip)).isEqualTo(expected);
        assertThat(range.contains(single)).isEqualTo(expected);
        assertThat(range.masked().contains(ip)).isEqualTo(expected);
        assertThat(range.masked().masked()).isEqualTo(range.masked());
    }

    @Property
    void an_address_is_read_as_it_is_printed(@ForAll @Size(16) byte[] address) throws UnknownHostException {
        address[0] = 0x20;
        Ip ip = Ip.parse(text(address)).orElseThrow();
        assertThat(ip.bytes()).isEqualTo(address);
        assertThat(Ip.parse(ip.toString())).contains(ip);
    }

    @Property
    void what_is_printed_is_read_as_the_same_range(@ForAll("texts") String text) {
        AddressRange.parse(text).ifPresent(range -> assertThat(AddressRange.parse(range.toString()))
                .contains(range));
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars("01f:./").ofMaxLength(10);
    }

    private static String text(byte[] address) throws UnknownHostException {
        return InetAddress.getByAddress(address).getHostAddress();
    }
}
