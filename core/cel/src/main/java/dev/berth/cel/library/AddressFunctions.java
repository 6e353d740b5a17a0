package dev.berth.cel.library;

import static dev.berth.cel.library.KubernetesTypes.CIDR;
import static dev.berth.cel.library.KubernetesTypes.IP;
import static dev.cel.common.types.SimpleType.BOOL;
import static dev.cel.common.types.SimpleType.INT;
import static dev.cel.common.types.SimpleType.STRING;

import dev.berth.cel.value.RuleError;
import java.util.function.Predicate;

/**
 * IP addresses and ranges of them. Mirrors {@code ip.go} and {@code cidr.go} in
 * {@code staging/src/k8s.io/apiserver/pkg/cel/library}.
 */
final class AddressFunctions {
    private AddressFunctions() {}

    static void addTo(FunctionTable table) {
        table.global("ip", "string_to_ip", IP, args -> ip(args[0]), STRING);
        table.global("isIP", "is_ip", BOOL, args -> Ip.parse((String) args[0]).isPresent(), STRING);
        table.global("ip.isCanonical", "ip_is_canonical", BOOL, args -> isCanonical((String) args[0]), STRING);
        table.global("string", "ip_to_string", STRING, args -> args[0].toString(), IP);
        table.member("family", "ip_family", INT, args -> ((Ip) args[0]).isIpv6() ? 6L : 4L, IP);
        is(table, "isUnspecified", "ip_is_unspecified", Ip::isUnspecified);
        is(table, "isLoopback", "ip_is_loopback", Ip::isLoopback);
        is(table, "isLinkLocalMulticast", "ip_is_link_local_multicast", Ip::isLinkLocalMulticast);
        is(table, "isLinkLocalUnicast", "ip_is_link_local_unicast", Ip::isLinkLocalUnicast);
        is(table, "isGlobalUnicast", "ip_is_global_unicast", Ip::isGlobalUnicast);

        table.global("cidr", "string_to_cidr", CIDR, args -> cidr(args[0]), STRING);
        table.global(
                "isCIDR",
                "is_cidr",
                BOOL,
                args -> AddressRange.parse((String) args[0]).isPresent(),
                STRING);
        table.global("string", "cidr_to_string", STRING, args -> args[0].toString(), CIDR);
        table.member("ip", "cidr_ip", IP, args -> ((AddressRange) args[0]).ip(), CIDR);
        table.member("prefixLength", "cidr_prefix_length", INT, args -> (long) ((AddressRange) args[0]).prefix(), CIDR);
        table.member("masked", "cidr_masked", CIDR, args -> ((AddressRange) args[0]).masked(), CIDR);
        table.member(
                "containsIP",
                "cidr_contains_ip_string",
                BOOL,
                args -> ((AddressRange) args[0]).contains(ip(args[1])),
                CIDR,
                STRING);
        table.member(
                "containsIP",
                "cidr_contains_ip_ip",
                BOOL,
                args -> ((AddressRange) args[0]).contains((Ip) args[1]),
                CIDR,
                IP);
        table.member(
                "containsCIDR",
                "cidr_contains_cidr_string",
                BOOL,
                args -> ((AddressRange) args[0]).contains(cidr(args[1])),
                CIDR,
                STRING);
        table.member(
                "containsCIDR",
                "cidr_contains_cidr",
                BOOL,
                args -> ((AddressRange) args[0]).contains((AddressRange) args[1]),
                CIDR,
                CIDR);
    }

    @SuppressWarnings("Immutable") // The function has no state.
    private static void is(FunctionTable table, String function, String id, Predicate<Ip> test) {
        table.member(function, id, BOOL, args -> test.test((Ip) args[0]), IP);
    }

    private static Ip ip(Object text) {
        return Ip.parse((String) text).orElseThrow(() -> new RuleError("'" + text + "' is not an IP address"));
    }

    private static AddressRange cidr(Object text) {
        return AddressRange.parse((String) text)
                .orElseThrow(() -> new RuleError("'" + text + "' is not a range of addresses"));
    }

    private static boolean isCanonical(String text) {
        return ip(text).toString().equals(text);
    }
}
