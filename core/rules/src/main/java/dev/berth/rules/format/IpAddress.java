package dev.berth.rules.format;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * An IP address, parsed as strictly as {@code netip.ParseAddr} does: no leading zeros, no zone, no IPv4 in IPv6.
 *
 * <p>Mirrors {@code staging/src/k8s.io/apimachinery/pkg/util/validation/ip.go} with StrictIPCIDRValidation.
 */
public final class IpAddress {
    private final byte[] bytes;

    private IpAddress(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Returns the address, or null if the string is not one. */
    public static @Nullable IpAddress parse(String text) {
        byte[] bytes = text.indexOf(':') >= 0 ? parse6(text) : parse4(text);
        return bytes == null ? null : new IpAddress(bytes);
    }

    /** Returns the address, accepting leading zeros; null if the string is not one. */
    public static @Nullable IpAddress parseLoosely(String text) {
        boolean mayLeadWithZero = text.startsWith("0") || text.contains(".0");
        return parse(mayLeadWithZero && text.indexOf(':') < 0 ? text.replaceAll("(^|\\.)0+(?=[0-9])", "$1") : text);
    }

    private static byte @Nullable [] parse4(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 4) {
            return null;
        }
        byte[] bytes = new byte[4];
        for (int i = 0; i < 4; i++) {
            String part = parts[i];
            boolean digits =
                    !part.isEmpty() && part.length() <= 3 && part.chars().allMatch(c -> c >= '0' && c <= '9');
            if (!digits || (part.length() > 1 && part.startsWith("0")) || Integer.parseInt(part) > 255) {
                return null;
            }
            bytes[i] = (byte) Integer.parseInt(part);
        }
        return bytes;
    }

    private static byte @Nullable [] parse6(String text) {
        int gap = text.indexOf("::");
        if (gap != text.lastIndexOf("::")) {
            return null;
        }
        String head = gap < 0 ? text : text.substring(0, gap);
        String tail = gap < 0 ? "" : text.substring(gap + 2);
        int[] first = groups(head);
        int[] last = groups(tail);
        if (first == null || last == null) {
            return null;
        }
        int known = first.length + last.length;
        if (gap < 0 ? known != 8 : known > 7) {
            return null;
        }
        int[] all = Arrays.copyOf(first, 8);
        System.arraycopy(last, 0, all, 8 - last.length, last.length);
        byte[] bytes = new byte[16];
        for (int i = 0; i < 8; i++) {
            bytes[2 * i] = (byte) (all[i] >> 8);
            bytes[2 * i + 1] = (byte) all[i];
        }
        boolean mapped = all[0] == 0 && all[1] == 0 && all[2] == 0 && all[3] == 0 && all[4] == 0 && all[5] == 0xffff;
        return mapped ? null : bytes;
    }

    private static int @Nullable [] groups(String text) {
        if (text.isEmpty()) {
            return new int[0];
        }
        String[] parts = text.split(":", -1);
        boolean embedded = parts[parts.length - 1].indexOf('.') >= 0;
        byte[] four = embedded ? parse4(parts[parts.length - 1]) : null;
        if (embedded && four == null) {
            return null;
        }
        int plain = embedded ? parts.length - 1 : parts.length;
        int[] groups = new int[plain + (embedded ? 2 : 0)];
        for (int i = 0; i < plain; i++) {
            if (parts[i].isEmpty() || parts[i].length() > 4) {
                return null;
            }
            for (int j = 0; j < parts[i].length(); j++) {
                int digit = parts[i].charAt(j) > 'f' ? -1 : Character.digit(parts[i].charAt(j), 16);
                if (digit < 0) {
                    return null;
                }
                groups[i] = groups[i] * 16 + digit;
            }
        }
        if (four != null) {
            groups[plain] = (four[0] & 0xff) << 8 | (four[1] & 0xff);
            groups[plain + 1] = (four[2] & 0xff) << 8 | (four[3] & 0xff);
        }
        return groups.length > 8 ? null : groups;
    }

    /** Returns whether it is an IPv6 address. */
    public boolean isIpv6() {
        return bytes.length == 16;
    }

    /** Returns the 4 or 16 bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** Returns the number of bits. */
    int bits() {
        return bytes.length * 8;
    }

    /** Returns whether the first bits equal those of the other address. */
    boolean sharesPrefix(IpAddress other, int bits) {
        if (bytes.length != other.bytes.length) {
            return false;
        }
        for (int i = 0; i < bits; i++) {
            int mask = 0x80 >> (i % 8);
            if ((bytes[i / 8] & mask) != (other.bytes[i / 8] & mask)) {
                return false;
            }
        }
        return true;
    }

    /** Returns whether a bit beyond the prefix is set. */
    boolean hasBitsBeyond(int prefix) {
        for (int i = prefix; i < bits(); i++) {
            if ((bytes[i / 8] & (0x80 >> (i % 8))) != 0) {
                return true;
            }
        }
        return false;
    }

    /** Returns why the address cannot be reached from elsewhere; null if it can. */
    public @Nullable String special() {
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        boolean zeros = !hasBitsBeyond(0);
        if (zeros) {
            return "is the unspecified address";
        }
        boolean six = isIpv6();
        boolean loopback = six ? !hasBits(0, 127) && bytes[15] == 1 : first == 127;
        if (loopback) {
            return "is a loopback address";
        }
        boolean link = six ? first == 0xfe && (second & 0xc0) == 0x80 : first == 169 && second == 254;
        if (link) {
            return "is a link-local address";
        }
        boolean multicast =
                six ? first == 0xff && (second & 0x0f) == 0x02 : first == 224 && second == 0 && bytes[2] == 0;
        return multicast ? "is a link-local multicast address" : null;
    }

    /** Returns the address with no bits beyond the prefix. */
    public IpAddress masked(int prefix) {
        byte[] masked = bytes.clone();
        for (int i = prefix; i < bits(); i++) {
            masked[i / 8] &= (byte) ~(0x80 >> (i % 8));
        }
        return new IpAddress(masked);
    }

    private boolean hasBits(int from, int to) {
        for (int i = from; i < to; i++) {
            if ((bytes[i / 8] & (0x80 >> (i % 8))) != 0) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether the text is how the server itself writes the address. */
    public boolean isCanonical(String text) {
        return text.equals(toString());
    }

    /** Returns the address as the server writes it: for IPv6 in the form of RFC 5952. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        if (!isIpv6()) {
            for (byte part : bytes) {
                text.append(text.isEmpty() ? "" : ".").append(part & 0xff);
            }
            return text.toString();
        }
        int gap = 0;
        int length = 1;
        for (int i = 0; i < 8; i++) {
            int end = i;
            while (end < 8 && group(end) == 0) {
                end++;
            }
            if (end - i > length) {
                gap = i;
                length = end - i;
            }
        }
        for (int i = 0; i < 8; i++) {
            if (length > 1 && i == gap) {
                text.append("::");
                i += length - 1;
            } else {
                text.append(text.isEmpty() || text.charAt(text.length() - 1) == ':' ? "" : ":")
                        .append(Integer.toHexString(group(i)));
            }
        }
        return text.toString();
    }

    private int group(int index) {
        return (bytes[2 * index] & 0xff) << 8 | (bytes[2 * index + 1] & 0xff);
    }
}
