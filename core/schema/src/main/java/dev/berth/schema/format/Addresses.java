package dev.berth.schema.format;

import dev.berth.rules.format.IpAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/** Addresses and names of hosts. Mirrors {@code pkg/validation/strfmt/default.go} of {@code k8s.io/kube-openapi}. */
final class Addresses {
    private static final String LETTER = "[a-zA-Z0-9\\p{S}\\p{L}]";
    private static final Pattern HOSTNAME = Pattern.compile(LETTER + "(?:-?" + LETTER + "{0,62})?|(?:" + LETTER
            + "(?:[a-zA-Z0-9\\-\\p{S}\\p{L}]{0,61}" + LETTER + ")?\\.)+[a-zA-Z\\p{L}]{2,63}");

    private Addresses() {}

    static boolean isHostname(String text) {
        return HOSTNAME.matcher(text).matches()
                && bytes(text) <= 255
                && Arrays.stream(text.split("\\.", -1)).allMatch(label -> bytes(label) <= 63);
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** An address as {@code net.ParseIP} reads it, which accepts an IPv4 address in an IPv6 address. */
    static boolean isIp(String text) {
        String plain = text.toLowerCase(Locale.ROOT);
        String tail = plain.substring(plain.lastIndexOf(':') + 1);
        boolean mapped = plain.contains(":") && tail.contains(".");
        if (!mapped) {
            return IpAddress.parse(text) != null || isMapped(plain);
        }
        String groups = plain.substring(0, plain.length() - tail.length()) + "0:0";
        return IpAddress.parse(tail) != null && isIp(groups);
    }

    /** An address of the range {@code ::ffff:0:0/96}, which Kubernetes refuses elsewhere. */
    private static boolean isMapped(String text) {
        int at = text.lastIndexOf("ffff:");
        return at >= 0 && IpAddress.parse(text.substring(0, at) + "fffe:" + text.substring(at + 5)) != null;
    }

    /** An address as {@code ParseIPSloppy} of {@code k8s.io/utils/net} reads it: its numbers may start with zeros. */
    static boolean isIpWithZeros(String text) {
        return isIp(text.replaceAll("(?<![0-9a-fA-F])0+(?=[0-9a-fA-F])", ""));
    }

    static boolean isCidr(String text) {
        int slash = text.indexOf('/');
        if (slash < 0 || !isIpWithZeros(text.substring(0, slash))) {
            return false;
        }
        String length = text.substring(slash + 1).replaceFirst("^0+(?=[0-9])", "");
        int bits = text.substring(0, slash).contains(":") ? 128 : 32;
        return Pattern.matches("[0-9]{1,3}", length) && Integer.parseInt(length) <= bits;
    }

    /** An address of 6, 8 or 20 bytes, as {@code net.ParseMAC} reads it. */
    static boolean isMac(String text) {
        boolean pairs = Pattern.matches("[0-9a-fA-F]{2}(?:([:-])[0-9a-fA-F]{2})(?:\\1[0-9a-fA-F]{2})*", text);
        boolean fours = Pattern.matches("[0-9a-fA-F]{4}(?:\\.[0-9a-fA-F]{4})+", text);
        int bytes = pairs ? (text.length() + 1) / 3 : (text.length() + 1) / 5 * 2;
        return (pairs || fours) && (bytes == 6 || bytes == 8 || bytes == 20);
    }
}
