package dev.berth.volumes.format;

import dev.berth.value.InvalidValueException;
import dev.berth.value.NameFormat;
import java.util.Locale;

/** The format of the name of a CSI driver; Kubernetes 1.36, {@code ValidateCSIDriverName}. */
public final class CsiDriverName {

    private static final int LONGEST = 63;

    private CsiDriverName() {}

    /**
     * Returns the name.
     *
     * @throws InvalidValueException if the name is longer than 63 characters or is not a valid DNS subdomain
     */
    public static String require(String what, String name) {
        if (name.length() > LONGEST) {
            throw InvalidValueException.of(
                    what, name, "must have at most " + LONGEST + " characters, but has " + name.length());
        }
        NameFormat.DNS_SUBDOMAIN.require(what, name.toLowerCase(Locale.ROOT));
        return name;
    }
}
