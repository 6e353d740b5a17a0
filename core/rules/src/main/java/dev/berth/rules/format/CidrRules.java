package dev.berth.rules.format;

import org.jspecify.annotations.Nullable;

/** A range of addresses: an address, {@code /} and a prefix length, with no bits set beyond the prefix. */
public final class CidrRules {
    private final IpAddress address;
    private final int prefix;

    private CidrRules(IpAddress address, int prefix) {
        this.address = address;
        this.prefix = prefix;
    }

    /** Returns the range, or null if the string is not one. */
    public static @Nullable CidrRules parse(String text) {
        CidrRules range = parse(text, IpAddress.parse(addressOf(text)));
        return range == null || range.address.hasBitsBeyond(range.prefix) ? null : range;
    }

    /** Returns the range, accepting leading zeros and bits beyond its prefix; null if the string is not a range. */
    public static @Nullable CidrRules parseLoosely(String text) {
        return parse(text, IpAddress.parseLoosely(addressOf(text)));
    }

    private static String addressOf(String text) {
        int slash = text.indexOf('/');
        return slash < 0 ? "" : text.substring(0, slash);
    }

    private static @Nullable CidrRules parse(String text, @Nullable IpAddress address) {
        String length = text.substring(text.indexOf('/') + 1);
        boolean digits = !length.isEmpty()
                && length.length() <= 3
                && length.chars().allMatch(c -> c >= '0' && c <= '9')
                && (length.length() == 1 || !length.startsWith("0"));
        if (address == null || !digits || Integer.parseInt(length) > address.bits()) {
            return null;
        }
        return new CidrRules(address, Integer.parseInt(length));
    }

    /** Returns whether this range contains the other one and is larger. */
    public boolean isLargerThan(CidrRules other) {
        return address.bits() == other.address.bits()
                && prefix < other.prefix
                && address.sharesPrefix(other.address, prefix);
    }

    /** Returns whether bits beyond the prefix are set, so that one address may be meant. */
    public boolean isAmbiguous() {
        return address.hasBitsBeyond(prefix);
    }

    /** Returns whether the address in the text, which was parsed as this range, has leading zeros. */
    public boolean hasLeadingZeros(String text) {
        return IpAddress.parse(addressOf(text)) == null;
    }

    /** Returns whether it is a range of IPv6 addresses. */
    public boolean isIpv6() {
        return address.isIpv6();
    }

    /** Returns the range as the server writes it, without bits beyond its prefix. */
    public String network() {
        return address.masked(prefix) + "/" + prefix;
    }

    /** Returns the range with only this address. */
    public String single() {
        return address + "/" + address.bits();
    }
}
