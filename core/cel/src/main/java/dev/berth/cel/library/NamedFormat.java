package dev.berth.cel.library;

import dev.berth.rules.format.Format;
import dev.berth.schema.format.TextFormats;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The formats that {@code format.named} knows.
 *
 * <p>Mirrors {@code ConstantFormats} in {@code staging/src/k8s.io/apiserver/pkg/cel/library/format.go}.
 */
public enum NamedFormat {
    /** {@code format.dns1123Label()}. */
    DNS_1123_LABEL("dns1123Label", 30) {
        @Override
        @Nullable String problem(String value) {
            return Format.DNS_LABEL.problem(value);
        }
    },
    /** {@code format.dns1123Subdomain()}. */
    DNS_1123_SUBDOMAIN("dns1123Subdomain", 60) {
        @Override
        @Nullable String problem(String value) {
            return Format.DNS_SUBDOMAIN.problem(value);
        }
    },
    /** {@code format.dns1035Label()}. */
    DNS_1035_LABEL("dns1035Label", 30) {
        @Override
        @Nullable String problem(String value) {
            return Format.DNS_LABEL_WITH_LETTER_FIRST.problem(value);
        }
    },
    /** {@code format.qualifiedName()}. */
    QUALIFIED_NAME("qualifiedName", 60) {
        @Override
        @Nullable String problem(String value) {
            return Format.QUALIFIED_NAME.problem(value);
        }
    },
    /** {@code format.dns1123LabelPrefix()}. */
    DNS_1123_LABEL_PREFIX("dns1123LabelPrefix", 30) {
        @Override
        @Nullable String problem(String value) {
            return Format.DNS_LABEL.problemOfPrefix(value);
        }
    },
    /** {@code format.dns1123SubdomainPrefix()}. */
    DNS_1123_SUBDOMAIN_PREFIX("dns1123SubdomainPrefix", 60) {
        @Override
        @Nullable String problem(String value) {
            return Format.DNS_SUBDOMAIN.problemOfPrefix(value);
        }
    },
    /** {@code format.dns1035LabelPrefix()}. */
    DNS_1035_LABEL_PREFIX("dns1035LabelPrefix", 30) {
        @Override
        @Nullable String problem(String value) {
            return Format.DNS_LABEL_WITH_LETTER_FIRST.problemOfPrefix(value);
        }
    },
    /** {@code format.labelValue()}. */
    LABEL_VALUE("labelValue", 40) {
        @Override
        @Nullable String problem(String value) {
            return Format.LABEL_VALUE.problem(value);
        }
    },
    /** {@code format.uri()}. */
    URI("uri", 1103) {
        @Override
        @Nullable String problem(String value) {
            return TextFormats.fits("uri", value) ? null : "is not an absolute URI or path";
        }
    },
    /** {@code format.uuid()}. */
    UUID("uuid", 83) {
        @Override
        @Nullable String problem(String value) {
            return TextFormats.fits("uuid", value) ? null : "does not match the UUID format";
        }
    },
    /** {@code format.byte()}. */
    BYTE("byte", 84) {
        @Override
        @Nullable String problem(String value) {
            return TextFormats.fits("byte", value) ? null : "invalid base64";
        }
    },
    /** {@code format.date()}. */
    DATE("date", 78) {
        @Override
        @Nullable String problem(String value) {
            return TextFormats.fits("date", value) ? null : "invalid date";
        }
    },
    /** {@code format.datetime()}. */
    DATETIME("datetime", 78) {
        @Override
        @Nullable String problem(String value) {
            return TextFormats.fits("datetime", value) ? null : "invalid datetime";
        }
    };

    private final String key;
    private final long regexSize;

    NamedFormat(String key, long regexSize) {
        this.key = key;
        this.regexSize = regexSize;
    }

    /** Returns what is wrong with the value; null if it has the format. */
    abstract @Nullable String problem(String value);

    /** Returns the format with this name; empty if there is none. */
    static Optional<NamedFormat> named(String name) {
        return List.of(values()).stream()
                .filter(format -> format.key.equals(name))
                .findFirst();
    }

    /** Returns the name. */
    String key() {
        return key;
    }

    /** Returns the length that the server assumes for the regular expression of the format, when it counts costs. */
    public long regexSize() {
        return regexSize;
    }
}
