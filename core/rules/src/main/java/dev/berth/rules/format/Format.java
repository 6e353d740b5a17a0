package dev.berth.rules.format;

import dev.berth.finding.FieldPath;
import dev.berth.finding.Rule;
import dev.berth.rules.Findings;
import org.jspecify.annotations.Nullable;

/**
 * The formats of names and keys.
 *
 * <p>Mirrors {@code staging/src/k8s.io/apimachinery/pkg/util/validation/validation.go}.
 */
public enum Format {
    /** {@code IsDNS1123Label}. */
    DNS_LABEL {
        @Override
        public @Nullable String problem(String value) {
            if (value.indexOf('.') >= 0) {
                return "must be lower-case letters, digits and '-' only, without dots";
            }
            return tooLong(value, 63) ? "has more than 63 characters" : dnsLabel(value, 0, value.length());
        }
    },
    /** {@code IsDNS1035Label}. */
    DNS_LABEL_WITH_LETTER_FIRST {
        @Override
        public @Nullable String problem(String value) {
            if (tooLong(value, 63)) {
                return "has more than 63 characters";
            }
            boolean letter = !value.isEmpty() && Ascii.isLower(value.charAt(0));
            return letter ? dnsLabel(value, 0, value.length()) : "must start with a lower-case letter";
        }
    },
    /** {@code IsDNS1123Subdomain}. */
    DNS_SUBDOMAIN {
        @Override
        public @Nullable String problem(String value) {
            if (tooLong(value, 253)) {
                return "has more than 253 characters";
            }
            int start = 0;
            for (int dot = value.indexOf('.'); dot >= 0; dot = value.indexOf('.', start)) {
                String problem = dnsLabel(value, start, dot);
                if (problem != null) {
                    return problem;
                }
                start = dot + 1;
            }
            return dnsLabel(value, start, value.length());
        }
    },
    /** {@code IsWildcardDNS1123Subdomain}. */
    WILDCARD_DNS_SUBDOMAIN {
        @Override
        public @Nullable String problem(String value) {
            if (!value.startsWith("*.")) {
                return "must be '*.' and a DNS subdomain";
            }
            return tooLong(value, 253) ? "has more than 253 characters" : DNS_SUBDOMAIN.problem(value.substring(2));
        }
    },
    /** {@code IsDNS1123SubdomainWithUnderscore}. */
    DNS_SUBDOMAIN_WITH_UNDERSCORE {
        @Override
        public @Nullable String problem(String value) {
            if (tooLong(value, 253)) {
                return "has more than 253 characters";
            }
            for (String label : value.split("\\.", -1)) {
                String rest = label.startsWith("_") ? label.substring(1) : label;
                if (dnsLabel(rest.replace('_', '-'), 0, rest.length()) != null
                        || rest.startsWith("_")
                        || rest.endsWith("_")) {
                    return "must be lower-case letters, digits, '-', '_' and '.', with a letter or digit at both ends";
                }
            }
            return null;
        }
    },
    /** {@code IsQualifiedName}. */
    QUALIFIED_NAME {
        @Override
        public @Nullable String problem(String value) {
            int slash = value.indexOf('/');
            if (slash != value.lastIndexOf('/')) {
                return "must not have more than one '/': it is a name, or a DNS subdomain, '/' and a name";
            }
            if (slash == 0) {
                return "the part before '/' is empty";
            }
            if (slash > 0 && DNS_SUBDOMAIN.problem(value.substring(0, slash)) != null) {
                return "the part before '/' must be a DNS subdomain";
            }
            String name = value.substring(slash + 1);
            if (name.isEmpty()) {
                return "the name is empty";
            }
            return labelPart(name);
        }
    },
    /** {@code IsValidLabelValue}. */
    LABEL_VALUE {
        @Override
        public @Nullable String problem(String value) {
            return value.isEmpty() ? null : labelPart(value);
        }
    },
    /** {@code IsValidPortName}. */
    PORT_NAME {
        @Override
        public @Nullable String problem(String value) {
            if (value.length() > 15) {
                return "has more than 15 characters";
            }
            boolean letter = false;
            for (int i = 0; i < value.length(); i++) {
                char c = value.charAt(i);
                letter |= Ascii.isLower(c);
                if (!Ascii.isLowerAlphanumeric(c) && c != '-') {
                    return "must be lower-case letters, digits and '-' only";
                }
            }
            if (!letter) {
                return "must contain a letter";
            }
            boolean edge = value.startsWith("-") || value.endsWith("-") || value.contains("--");
            return edge ? "must not start or end with '-', or contain two in a row" : null;
        }
    },
    /** {@code IsConfigMapKey}. */
    CONFIG_KEY {
        @Override
        public @Nullable String problem(String value) {
            if (tooLong(value, 253)) {
                return "has more than 253 characters";
            }
            if (value.equals(".") || value.startsWith("..")) {
                return "must not be '.' or start with '..'";
            }
            for (int i = 0; i < value.length(); i++) {
                char c = value.charAt(i);
                if (!Ascii.isAlphanumeric(c) && c != '-' && c != '_' && c != '.') {
                    return "must be letters, digits, '-', '_' and '.' only";
                }
            }
            return value.isEmpty() ? "must not be empty" : null;
        }
    },
    /** {@code IsRelaxedEnvVarName}. */
    ENV_NAME {
        @Override
        public @Nullable String problem(String value) {
            boolean printable = !value.isEmpty();
            for (int i = 0; i < value.length(); i++) {
                char c = value.charAt(i);
                printable &= c >= ' ' && c <= '~' && c != '=';
            }
            return printable ? null : "must be printable ASCII characters other than '='";
        }
    },
    /** {@code IsPathSegmentName}: one step of an API path. */
    PATH_STEP {
        @Override
        public @Nullable String problem(String value) {
            return value.equals(".") || value.equals("..") ? "must not be '.' or '..'" : problemOfPrefix(value);
        }

        @Override
        public @Nullable String problemOfPrefix(String value) {
            return value.indexOf('/') >= 0 || value.indexOf('%') >= 0 ? "must not contain '/' or '%'" : null;
        }
    },
    /** {@code IsHTTPHeaderName}. */
    HTTP_HEADER {
        @Override
        public @Nullable String problem(String value) {
            boolean header =
                    !value.isEmpty() && value.chars().allMatch(c -> Ascii.isAlphanumeric((char) c) || c == '-');
            return header ? null : "must be letters, digits and '-' only";
        }
    };

    /** Returns what is wrong with the value; null if it has the format. */
    public abstract @Nullable String problem(String value);

    /** Returns whether the value has the format. */
    public boolean fits(String value) {
        return problem(value) == null;
    }

    /** Reports the value if it does not have the format. */
    public void check(Findings findings, Rule rule, FieldPath field, @Nullable String value) {
        String text = value == null ? "" : value;
        String problem = problem(text);
        if (problem != null) {
            findings.invalid(rule, field, text, problem);
        }
    }

    /** Returns what is wrong with a prefix to which something is appended, so that it may end with a dash. */
    public @Nullable String problemOfPrefix(String value) {
        boolean dash = value.length() > 1 && value.endsWith("-");
        return problem(dash ? value.substring(0, value.length() - 2) + "a" : value);
    }

    private static boolean tooLong(String value, int most) {
        return value.length() > most || Ascii.bytes(value) > most;
    }

    private static @Nullable String dnsLabel(String value, int from, int to) {
        boolean fits = from < to
                && Ascii.isLowerAlphanumeric(value.charAt(from))
                && Ascii.isLowerAlphanumeric(value.charAt(to - 1));
        for (int i = from; fits && i < to; i++) {
            fits = Ascii.isLowerAlphanumeric(value.charAt(i)) || value.charAt(i) == '-';
        }
        return fits ? null : "must be lower-case letters, digits and '-', with a letter or digit at both ends";
    }

    private static @Nullable String labelPart(String value) {
        if (tooLong(value, 63)) {
            return "has more than 63 bytes";
        }
        boolean fits = Ascii.isAlphanumeric(value.charAt(0)) && Ascii.isAlphanumeric(value.charAt(value.length() - 1));
        for (int i = 0; fits && i < value.length(); i++) {
            char c = value.charAt(i);
            fits = Ascii.isAlphanumeric(c) || c == '-' || c == '_' || c == '.';
        }
        return fits ? null : "must be letters, digits, '-', '_' and '.', with a letter or digit at both ends";
    }
}
