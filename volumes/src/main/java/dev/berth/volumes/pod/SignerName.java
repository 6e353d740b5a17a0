package dev.berth.volumes.pod;

import dev.berth.value.InvalidValueException;
import dev.berth.value.NameFormat;

/** The format of the name of a certificate signer; Kubernetes 1.36, {@code ValidateSignerName}. */
final class SignerName {

    private SignerName() {}

    static String require(String what, String name) {
        String[] parts = name.split("/", -1);
        if (parts.length != 2
                || !parts[0].contains(".")
                || !NameFormat.DNS_SUBDOMAIN.accepts(parts[0])
                || !NameFormat.DNS_SUBDOMAIN.accepts(parts[1])) {
            throw InvalidValueException.of(
                    what, name, "must be a domain and a name with '/' between them, such as example.com/my-signer");
        }
        return name;
    }
}
