package dev.berth.cel;

import dev.berth.finding.FieldPath;
import dev.berth.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The JSON path of a {@code fieldPath}: names after dots, or in brackets and single quotes.
 *
 * <p>Mirrors {@code ValidFieldPath} in {@code pkg/apiserver/schema/cel/validation.go} of {@code apiextensions-apiserver}.
 */
final class JsonPath {
    private final List<String> tokens;
    private int next;
    private FieldPath path = FieldPath.root();
    private @Nullable Schema schema;

    private JsonPath(List<String> tokens, Schema schema) {
        this.tokens = tokens;
        this.schema = schema;
    }

    /** Returns the path below the node as the server prints it; empty if it does not lead to a field of the schema. */
    static Optional<String> resolve(String path, Schema schema) {
        JsonPath reader = new JsonPath(tokens(path), schema);
        while (reader.next < reader.tokens.size()) {
            if (!reader.step()) {
                return Optional.empty();
            }
        }
        return Optional.of(reader.path.toString());
    }

    private String token() {
        return next < tokens.size() ? tokens.get(next++) : "";
    }

    private boolean step() {
        String delimiter = token();
        if (delimiter.equals(".")) {
            return enter(token());
        }
        Optional<String> name = delimiter.equals("[") ? unquoted(token()) : Optional.empty();
        return name.isPresent() && enter(name.get()) && token().equals("]");
    }

    private boolean enter(String name) {
        Schema at = schema;
        if (at == null || name.isEmpty()) {
            return false;
        }
        boolean map = at.properties().isEmpty();
        schema = map ? at.additionalProperties() : at.properties().get(name);
        path = map ? path.key(name) : path.child(name);
        return schema != null;
    }

    private static Optional<String> unquoted(String token) {
        if (token.length() < 2 || !token.startsWith("'") || !token.endsWith("'")) {
            return Optional.empty();
        }
        StringBuilder text = new StringBuilder();
        for (int i = 1; i < token.length() - 1; i++) {
            char c = token.charAt(i);
            if (c == '\\' && i + 1 < token.length() - 1) {
                i++;
                int escape = "abfnrtv'\\".indexOf(token.charAt(i));
                if (escape < 0) {
                    return Optional.empty();
                }
                c = "\u0007\b\f\n\r\t\u000b'\\".charAt(escape);
            }
            text.append(c);
        }
        return Optional.of(text.toString());
    }

    private static List<String> tokens(String path) {
        List<String> tokens = new ArrayList<>();
        int start = 0;
        while (start < path.length()) {
            int end = end(path, start);
            tokens.add(path.substring(start, end));
            start = end;
        }
        return tokens;
    }

    private static int end(String path, int start) {
        if (path.charAt(start) == '\'') {
            for (int i = start + 1; i < path.length(); i++) {
                if (path.charAt(i) == '\'' && path.charAt(i - 1) != '\\') {
                    return i + 1;
                }
            }
            return path.length();
        }
        if (".[]".indexOf(path.charAt(start)) >= 0) {
            return start + 1;
        }
        int end = start;
        while (end < path.length() && ".[]".indexOf(path.charAt(end)) < 0) {
            end++;
        }
        return end;
    }
}
