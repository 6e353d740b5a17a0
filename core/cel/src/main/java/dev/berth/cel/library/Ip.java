package dev.berth.cel.library;

import dev.berth.rules.format.IpAddress;
import dev.cel.common.types.CelType;
import dev.cel.common.values.CelValue;
import java.util.Optional;

/**
 * An IP address without a zone, and not an IPv4 address in IPv6.
 *
 * <p>Mirrors {@code netip.Addr} of Go, and {@code parseIPAddr} in
 * {@code staging/src/k8s.io/apiserver/pkg/cel/library/ip.go}.
 */
@SuppressWarnings("Immutable") // An address has no state that changes.
public final class Ip extends CelValue {
    private final IpAddress address;

    Ip(IpAddress address) {
        this.address = address;
    }

    /** Returns the address; empty if the text is not one. */
    public static Optional<Ip> parse(String text) {
        IpAddress address = IpAddress.parse(text);
        return address == null ? Optional.empty() : Optional.of(new Ip(address));
    }

    IpAddress address() {
        return address;
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
        return KubernetesTypes.IP;
    }

    byte[] bytes() {
        return address.bytes();
    }

    /** Returns 4 or 16. */
    public int byteCount() {
        return isIpv6() ? 16 : 4;
    }

    boolean isIpv6() {
        return address.isIpv6();
    }

    boolean isUnspecified() {
        for (byte part : bytes()) {
            if (part != 0) {
                return false;
            }
        }
        return true;
    }

    boolean isLoopback() {
        return isIpv6() ? toString().equals("::1") : part(0) == 127;
    }

    boolean isLinkLocalUnicast() {
        return isIpv6() ? part(0) == 0xfe && (part(1) & 0xc0) == 0x80 : part(0) == 169 && part(1) == 254;
    }

    boolean isLinkLocalMulticast() {
        return isIpv6() ? part(0) == 0xff && (part(1) & 0x0f) == 2 : part(0) == 224 && part(1) == 0 && part(2) == 0;
    }

    boolean isGlobalUnicast() {
        boolean multicast = isIpv6() ? part(0) == 0xff : (part(0) & 0xf0) == 0xe0;
        return !isUnspecified()
                && !toString().equals("255.255.255.255")
                && !isLoopback()
                && !multicast
                && !isLinkLocalUnicast();
    }

    private int part(int index) {
        return bytes()[index] & 0xff;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Ip ip && toString().equals(ip.toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    /** Returns the address as the server writes it. */
    @Override
    public String toString() {
        return address.toString();
    }
}
