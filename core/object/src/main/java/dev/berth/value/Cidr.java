package dev.berth.value;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/**
 * A block of IP addresses such as {@code 10.0.0.0/8} or {@code 2001:db8::/32}, which keeps its notation and is compared
 * by its addresses.
 *
 * <p>Source: Kubernetes 1.36, {@code apimachinery/pkg/util/validation/ip.go}, {@code IsValidCIDR}, which since 1.36
 * also refuses bits beyond the length of the prefix.
 */
public final class Cidr {

    private static final Pattern BYTE = Pattern.compile("0|[1-9][0-9]{0,2}");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:]*:[0-9a-fA-F:]*");
    private static final String RULE = "must be an address and a prefix length, such as 10.9.8.0/24 or 2001:db8::/64";

    private final String text;
    private final byte[] address;
    private final int length;

    private Cidr(String text, byte[] address, int length) {
        this.text = text;
        this.address = address;
        this.length = length;
    }

    /**
     * Reads a block.
     *
     * @throws InvalidValueException if the string is not a block, or its address has bits set beyond the prefix
     */
    public static Cidr of(String text) {
        int slash = text.indexOf('/');
        byte[] address = address(text, slash < 0 ? text : text.substring(0, slash));
        String length = text.substring(slash + 1);
        if (slash < 0 || !BYTE.matcher(length).matches() || Integer.parseInt(length) > address.length * 8) {
            throw InvalidValueException.of("Cidr", text, RULE);
        }
        Cidr cidr = new Cidr(text, address, Integer.parseInt(length));
        if (cidr.network().shiftLeft(cidr.hostBits()).compareTo(new BigInteger(1, address)) != 0) {
            throw InvalidValueException.of("Cidr", text, "must not have bits set beyond its prefix length");
        }
        return cidr;
    }

    private static byte[] address(String text, String address) {
        String[] parts = address.split("\\.", -1);
        if (parts.length == 4) {
            byte[] bytes = new byte[4];
            for (int i = 0; i < 4; i++) {
                if (!BYTE.matcher(parts[i]).matches() || Integer.parseInt(parts[i]) > 255) {
                    throw InvalidValueException.of("Cidr", text, RULE);
                }
                bytes[i] = (byte) Integer.parseInt(parts[i]);
            }
            return bytes;
        }
        if (!IPV6.matcher(address).matches()) {
            throw InvalidValueException.of("Cidr", text, RULE);
        }
        try {
            // A string with a colon is read as an address, so no name is looked up.
            byte[] bytes = InetAddress.getByName(address).getAddress();
            if (bytes.length == 4) {
                throw InvalidValueException.of("Cidr", text, "must not be an IPv4 address in IPv6 notation");
            }
            return bytes;
        } catch (UnknownHostException e) {
            throw InvalidValueException.of("Cidr", text, RULE);
        }
    }

    /** Returns whether every address of the other block is in this one. */
    public boolean contains(Cidr other) {
        return address.length == other.address.length
                && length <= other.length
                && network().equals(new BigInteger(1, other.address).shiftRight(hostBits()));
    }

    private BigInteger network() {
        return new BigInteger(1, address).shiftRight(hostBits());
    }

    private int hostBits() {
        return address.length * 8 - length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Cidr that && contains(that) && that.contains(this);
    }

    @Override
    public int hashCode() {
        return network().hashCode() * 31 + length;
    }

    /** Returns the block as it was written. */
    @Override
    public String toString() {
        return text;
    }
}
