package dev.berth.rules.warning;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.finding.FieldPath;
import dev.berth.finding.Rule;
import dev.berth.rules.format.CidrRules;
import dev.berth.rules.format.IpAddress;

/** IP addresses and ranges that are not written as the server writes them. */
final class AddressForms {
    private static final String FILE = "staging/src/k8s.io/apimachinery/pkg/util/validation/ip.go";

    private static final Rule ADDRESS = new Rule("ip-address-form", "GetWarningsForIP", FILE);
    private static final Rule RANGE = new Rule("ip-range-form", "GetWarningsForCIDR", FILE);
    private static final Rule RANGE_AMBIGUOUS = new Rule("ip-range-ambiguous", "GetWarningsForCIDR", FILE);

    private final WarningList warnings;

    AddressForms(WarningList warnings) {
        this.warnings = warnings;
    }

    /** Checks an address; a text that is not an address has no form. */
    void address(String text, FieldPath path) {
        IpAddress address = IpAddress.parseLoosely(text);
        if (address == null) {
            return;
        }
        if (IpAddress.parse(text) == null) {
            warnings.add(
                    ADDRESS,
                    path,
                    "\"" + text + "\" has leading zeros, which some programs read as an octal number.",
                    "Write " + address + ".");
        } else if (address.isIpv6() && !address.isCanonical(text)) {
            warnings.add(
                    ADDRESS, path, "\"" + text + "\" is not the usual form of this address.", "Write " + address + ".");
        }
    }

    /** Checks a list of addresses. */
    void addresses(JsonNode list, FieldPath path) {
        for (int i = 0; i < list.size(); i++) {
            address(list.get(i).asText(), path.index(i));
        }
    }

    /** Checks the field {@code ip} of each element of a list. */
    void ips(JsonNode list, FieldPath path) {
        for (int i = 0; i < list.size(); i++) {
            address(Tree.text(list.get(i), "ip"), path.index(i).child("ip"));
        }
    }

    /** Checks a range of addresses. */
    void range(String text, FieldPath path) {
        CidrRules range = CidrRules.parseLoosely(text);
        if (range == null) {
            return;
        }
        boolean plain = true;
        if (range.isAmbiguous()) {
            warnings.add(
                    RANGE_AMBIGUOUS,
                    path,
                    "\"" + text + "\" has bits beyond its prefix, so it can mean a range or one address.",
                    "Write " + range.network() + " or " + range.single() + ".");
            plain = false;
        }
        if (range.hasLeadingZeros(text)) {
            warnings.add(
                    RANGE,
                    path,
                    "\"" + text + "\" has leading zeros, which some programs read as octal numbers.",
                    "Write " + range.network() + ".");
            plain = false;
        }
        if (plain && range.isIpv6() && !range.network().equals(text)) {
            warnings.add(
                    RANGE,
                    path,
                    "\"" + text + "\" is not the usual form of this range.",
                    "Write " + range.network() + ".");
        }
    }

    /** Checks a list of ranges. */
    void ranges(JsonNode list, FieldPath path) {
        for (int i = 0; i < list.size(); i++) {
            range(list.get(i).asText(), path.index(i));
        }
    }
}
