package dev.berth.volumes;

import dev.berth.value.InvalidValueException;
import dev.berth.value.NameFormat;
import java.util.Locale;

/** The rule for the name of a CSI driver; Kubernetes 1.36, {@code ValidateCSIDriverName}. */
final class CsiDriver {

    private static final int LONGEST = 63;

    private CsiDriver() {}

    static String require(String what, String name) {
        if (name.length() > LONGEST) {
            throw InvalidValueException.of(
                    what, name, "must have at most " + LONGEST + " characters, but has " + name.length());
        }
        NameFormat.DNS_SUBDOMAIN.require(what, name.toLowerCase(Locale.ROOT));
        return name;
    }
}
