package dev.berth.schema.format;

import dev.berth.rules.format.StringFormats;
import java.util.regex.Pattern;

/**
 * The formats that the server knows for strings. It ignores a format that it does not know.
 *
 * <p>Mirrors {@code pkg/apiserver/validation/formats.go} of {@code k8s.io/apiextensions-apiserver} and {@code
 * pkg/validation/strfmt} of {@code k8s.io/kube-openapi}.
 */
public final class TextFormats {
    private static final String CHANNEL = "\\s*(?:0|[1-9][0-9]?|1[0-9][0-9]?|2[0-4][0-9]|25[0-5])\\s*";
    private static final String SHORT_NAME = "[a-z0-9](?:[-a-z0-9]*[a-z0-9])?";

    private TextFormats() {}

    /** Returns whether the server checks strings of this format; dashes in its name do not count. */
    public static boolean isKnown(String format) {
        return StringFormats.isKnown(format.replace("-", ""));
    }

    /** Returns whether the text has a format that is known. */
    public static boolean fits(String format, String text) {
        return switch (format.replace("-", "")) {
            case "bsonobjectid" -> matches("[0-9a-fA-F]{24}", text);
            case "byte" ->
                matches("(?:[A-Za-z0-9+/]{4})*+(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?", text) && !text.isEmpty();
            case "cidr" -> Addresses.isCidr(text);
            case "creditcard" -> BookAndCardNumbers.isCreditCard(text);
            case "date" -> Times.isDate(text);
            case "datetime" -> Times.isDateTime(text);
            case "duration" -> Times.isDuration(text);
            case "email" -> new MailAddress(text).isValid();
            case "hexcolor" -> matches("#?(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})", text);
            case "hostname" -> Addresses.isHostname(text);
            case "ipv4" -> text.contains(".") && Addresses.isIpWithZeros(text);
            case "ipv6" -> text.contains(":") && Addresses.isIp(text);
            case "isbn" -> BookAndCardNumbers.isIsbn10(text) || BookAndCardNumbers.isIsbn13(text);
            case "isbn10" -> BookAndCardNumbers.isIsbn10(text);
            case "isbn13" -> BookAndCardNumbers.isIsbn13(text);
            case "k8slongname" -> text.length() <= 253 && matches(SHORT_NAME + "(?:\\." + SHORT_NAME + ")*", text);
            case "k8sshortname" -> text.length() <= 63 && matches(SHORT_NAME, text);
            case "mac" -> Addresses.isMac(text);
            case "rgbcolor" -> matches("rgb\\(" + CHANNEL + "," + CHANNEL + "," + CHANNEL + "\\)", text);
            case "ssn" -> text.length() == 11 && matches("[0-9]{3}[- ]?[0-9]{2}[- ]?[0-9]{4}", text);
            case "uri" -> RequestUri.isValid(text);
            case "uuid" -> isUuid("[0-9a-f]", "[0-9a-f]", text);
            case "uuid3" -> isUuid("3", "[0-9a-f]", text);
            case "uuid4" -> isUuid("4", "[89ab]", text);
            case "uuid5" -> isUuid("5", "[89ab]", text);
            default -> true;
        };
    }

    private static boolean isUuid(String version, String variant, String text) {
        String form =
                "(?i)[0-9a-f]{8}-?[0-9a-f]{4}-?" + version + "[0-9a-f]{3}-?" + variant + "[0-9a-f]{3}-?[0-9a-f]{12}";
        return matches(form, text);
    }

    private static boolean matches(String form, String text) {
        return Pattern.matches(form, text);
    }
}
