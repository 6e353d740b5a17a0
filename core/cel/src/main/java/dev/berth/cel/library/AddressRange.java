package dev.berth.cel.library;

import dev.cel.common.types.CelType;
import dev.cel.common.values.CelValue;
import java.util.Optional;

/**
 * A range of IP addresses, which may have bits beyond its prefix.
 *
 * <p>Mirrors {@code netip.Prefix} of Go, and {@code parseCIDR} in
 * {@code staging/src/k8s.io/apiserver/pkg/cel/library/cidr.go}.
 */
public final class AddressRange extends CelValue {
    private final Ip ip;
    private final int prefix;

    private AddressRange(Ip ip, int prefix) {
        this.ip = ip;
        this.prefix = prefix;
    }

    /** Returns the range; empty if the text is not one. */
    public static Optional<AddressRange> parse(String text) {
        int slash = text.lastIndexOf('/');
        String length = text.substring(slash + 1);
        boolean digits = length.matches("0|[1-9][0-9]{0,2}");
        return slash < 0 || !digits
                ? Optional.empty()
                : Ip.parse(text.substring(0, slash))
                        .filter(ip -> Integer.parseInt(length) <= 8 * ip.bytes().length)
                        .map(ip -> new AddressRange(ip, Integer.parseInt(length)));
    }

    Ip ip() {
        return ip;
    }

    /** Returns the number of leading bits that all addresses share. */
    public int prefix() {
        return prefix;
    }

    @Override
    public Object value() {
        return this;
    }

    @Override
    public boolean isZeroValue() {
        return false;
    }

    @Override
    public CelType celType() {
        return KubernetesTypes.CIDR;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AddressRange range && prefix == range.prefix && ip.equals(range.ip);
    }

    @Override
    public int hashCode() {
        return 31 * ip.hashCode() + prefix;
    }

    /** Returns whether the address is in the range. */
    boolean contains(Ip other) {
        return ip.isIpv6() == other.isIpv6() && shares(other, prefix);
    }

    /** Returns whether the whole range is in this one. */
    boolean contains(AddressRange other) {
        return prefix <= other.prefix && contains(other.ip);
    }

    private boolean shares(Ip other, int bits) {
        byte[] one = ip.bytes();
        byte[] two = other.bytes();
        for (int i = 0; i < bits; i++) {
            int mask = 0x80 >> (i % 8);
            if ((one[i / 8] & mask) != (two[i / 8] & mask)) {
                return false;
            }
        }
        return true;
    }

    /** Returns the range without bits beyond its prefix. */
    AddressRange masked() {
        return new AddressRange(new Ip(ip.address().masked(prefix)), prefix);
    }

    /** Returns the range as the server writes it. */
    @Override
    public String toString() {
        return ip + "/" + prefix;
    }
}
