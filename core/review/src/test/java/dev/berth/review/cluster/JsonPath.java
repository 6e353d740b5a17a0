package dev.berth.review.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The templates of {@code kubectl --output jsonpath}, as far as runbooks use them: fields, {@code [*]}, {@code
 * [?(@.field=="value")]}, {@code range} and text. Missing fields are empty.
 *
 * <p>Follows {@code staging/src/k8s.io/client-go/util/jsonpath/jsonpath.go} (Kubernetes 1.36).
 */
final class JsonPath {
    private static final Pattern STEP =
            Pattern.compile("\\.((?:[^.\\[\\\\]|\\\\.)+)|\\[\\*]|\\[\\?\\(@((?:\\.[A-Za-z]+)+)==\"([^\"]*)\"\\)]");

    private final List<String> parts;

    private JsonPath(List<String> parts) {
        this.parts = parts;
    }

    static String print(String template, JsonNode object) {
        List<String> parts = new ArrayList<>();
        Matcher part =
                Pattern.compile("\\{\"(?:[^\"\\\\]|\\\\.)*\"}|\\{[^}]*}|[^{]+").matcher(template);
        while (part.find()) {
            parts.add(part.group());
        }
        StringBuilder out = new StringBuilder();
        new JsonPath(parts).print(0, parts.size(), object, out);
        return out.toString();
    }

    private void print(int from, int to, JsonNode object, StringBuilder out) {
        for (int i = from; i < to; i++) {
            String part = parts.get(i);
            if (part.startsWith("{range ")) {
                int end = end(i);
                for (JsonNode element : find(part.substring(7, part.length() - 1), object)) {
                    print(i + 1, end, element, out);
                }
                i = end;
            } else if (part.startsWith("{\"")) {
                out.append(part.substring(2, part.length() - 2).replace("\\n", "\n"));
            } else if (part.startsWith("{")) {
                List<String> values = find(part.substring(1, part.length() - 1), object).stream()
                        .map(value -> value.isValueNode() ? value.asText() : value.toString())
                        .toList();
                out.append(String.join(" ", values));
            } else {
                out.append(part);
            }
        }
    }

    private int end(int range) {
        int depth = 0;
        for (int i = range; i < parts.size(); i++) {
            depth += parts.get(i).startsWith("{range ") ? 1 : parts.get(i).equals("{end}") ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        throw new IllegalArgumentException("range without end: " + parts);
    }

    private static List<JsonNode> find(String path, JsonNode object) {
        List<JsonNode> found = List.of(object);
        Matcher step = STEP.matcher(path);
        int at = 0;
        while (step.find()) {
            if (step.start() != at) {
                break;
            }
            at = step.end();
            List<JsonNode> next = new ArrayList<>();
            for (JsonNode node : found) {
                if (step.group(1) != null) {
                    next.add(node.path(step.group(1).replace("\\.", ".")));
                } else {
                    node.forEach(element -> {
                        if (step.group(2) == null
                                || field(step.group(2), element).equals(step.group(3))) {
                            next.add(element);
                        }
                    });
                }
            }
            found = next.stream().filter(node -> !node.isMissingNode()).toList();
        }
        if (at != path.length()) {
            throw new IllegalArgumentException("The model does not read the jsonpath " + path);
        }
        return found;
    }

    private static String field(String path, JsonNode element) {
        JsonNode node = element;
        for (String name : path.substring(1).split("\\.", -1)) {
            node = node.path(name);
        }
        return node.asText();
    }
}
