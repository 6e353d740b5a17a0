package dev.berth.cel.value;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names of fields as identifiers of CEL: {@code my-field} is written {@code my__dash__field}.
 *
 * <p>Mirrors {@code Escape} and {@code Unescape} in {@code staging/src/k8s.io/apiserver/pkg/cel/escaping.go}.
 */
public final class FieldNames {
    private static final Set<String> RESERVED = Set.of(
            "true",
            "false",
            "null",
            "in",
            "as",
            "break",
            "const",
            "continue",
            "else",
            "for",
            "function",
            "if",
            "import",
            "let",
            "loop",
            "package",
            "namespace",
            "return",
            "var",
            "void",
            "while");
    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_./-][A-Za-z0-9_./-]*");
    private static final Pattern ESCAPED = Pattern.compile("__|[-./]");
    private static final Pattern SEQUENCE = Pattern.compile("_{2}[^_]+_{2}");

    private FieldNames() {}

    /** Returns the identifier for a field; empty if no expression can refer to the field. */
    public static Optional<String> escape(String field) {
        if (RESERVED.contains(field)) {
            return Optional.of("__" + field + "__");
        }
        if (!IDENTIFIER.matcher(field).matches()) {
            return Optional.empty();
        }
        return Optional.of(ESCAPED.matcher(field).replaceAll(found -> sequence(found.group())));
    }

    private static String sequence(String escaped) {
        return switch (escaped) {
            case "__" -> "__underscores__";
            case "." -> "__dot__";
            case "-" -> "__dash__";
            default -> "__slash__";
        };
    }

    /** Returns the reserved word for which an identifier stands; expressions can use it after a dot. */
    public static Optional<String> reserved(String identifier) {
        return unescape(identifier).filter(RESERVED::contains);
    }

    /** Returns the field to which an identifier refers; empty if the identifier contains an unknown sequence. */
    public static Optional<String> unescape(String identifier) {
        if (!identifier.contains("__")) {
            return Optional.of(identifier);
        }
        StringBuilder field = new StringBuilder();
        Matcher matcher = SEQUENCE.matcher(identifier);
        while (matcher.find()) {
            String sequence = matcher.group();
            String content = sequence.substring(2, sequence.length() - 2);
            boolean whole = sequence.length() == identifier.length();
            String plain = plain(content);
            if (plain.isEmpty() && !(whole && RESERVED.contains(content))) {
                return Optional.empty();
            }
            matcher.appendReplacement(field, Matcher.quoteReplacement(plain.isEmpty() ? content : plain));
        }
        matcher.appendTail(field);
        return Optional.of(field.toString());
    }

    private static String plain(String content) {
        return switch (content) {
            case "underscores" -> "__";
            case "dot" -> ".";
            case "dash" -> "-";
            case "slash" -> "/";
            default -> "";
        };
    }
}
