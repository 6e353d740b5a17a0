package dev.berth.rules.format;

import java.util.Set;

/**
 * The formats of strings that the schema of a custom resource can name. The server ignores others.
 *
 * <p>Source: {@code GetUnrecognizedFormats} in
 * {@code staging/src/k8s.io/apiextensions-apiserver/pkg/apiserver/validation/formats.go}.
 */
public final class StringFormats {

    /** Without dashes, as the server compares them. */
    private static final Set<String> NAMES = Set.of(
            "bsonobjectid",
            "byte",
            "cidr",
            "creditcard",
            "date",
            "datetime",
            "duration",
            "email",
            "hexcolor",
            "hostname",
            "ipv4",
            "ipv6",
            "isbn",
            "isbn10",
            "isbn13",
            "k8slongname",
            "k8sshortname",
            "mac",
            "password",
            "rgbcolor",
            "ssn",
            "uri",
            "uuid",
            "uuid3",
            "uuid4",
            "uuid5");

    private StringFormats() {}

    /** Returns whether the server checks strings of a format, whose name has no dashes. */
    public static boolean isKnown(String name) {
        return NAMES.contains(name);
    }
}
