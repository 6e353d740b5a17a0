package dev.berth.harness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The templates of {@code kubectl --output jsonpath}, as far as runbooks use them: fields, {@code [*]}, {@code
 * [?(@.name=="value")]}, {@code range} and quoted text. Missing fields are empty.
 */
final class KubectlJsonPath {

    private static final Pattern PART =
            Pattern.compile("\\{(range |end|\")?((?:\\\\.|[^}\"\\\\]|\"[^\"]*\"(?=\\)))*)\"?}");
    private static final Pattern STEP =
            Pattern.compile("\\G(?:\\.((?:\\\\.|[^.\\[\\\\])+)|\\[\\*]|\\[\\?\\(@\\.(\\w+)==\"([^\"]*)\"\\)])");

    private final Matcher part;

    private KubectlJsonPath(String template) {
        this.part = PART.matcher(template);
    }

    static String print(String template, JsonNode object) {
        StringBuilder out = new StringBuilder();
        new KubectlJsonPath(template).print(object, out, 0);
        return out.toString();
    }

    /** Prints from a place in the template to its end or to the end of the range; returns the place after it. */
    private int print(JsonNode object, StringBuilder out, int from) {
        int at = from;
        while (part.find(at)) {
            String kind = part.group(1) == null ? "" : part.group(1);
            String text = part.group(2);
            at = part.end();
            switch (kind) {
                case "end" -> {
                    return at;
                }
                case "range " -> {
                    int start = at;
                    at = print(MissingNode.getInstance(), new StringBuilder(), start);
                    find(text, object).forEach(element -> print(element, out, start));
                }
                case "\"" -> out.append(text.replace("\\n", "\n"));
                default ->
                    out.append(String.join(
                            " ",
                            find(text, object).stream().map(JsonNode::asText).toList()));
            }
        }
        return at;
    }

    private static List<JsonNode> find(String path, JsonNode object) {
        List<JsonNode> found = List.of(object);
        Matcher step = STEP.matcher(path);
        int at = 0;
        while (step.find()) {
            at = step.end();
            List<JsonNode> next = new ArrayList<>();
            for (JsonNode node : found) {
                if (step.group(1) != null) {
                    next.add(node.path(step.group(1).replace("\\.", ".")));
                } else {
                    node.forEach(element -> {
                        if (step.group(2) == null
                                || element.path(step.group(2)).asText().equals(step.group(3))) {
                            next.add(element);
                        }
                    });
                }
            }
            found = next.stream().filter(node -> !node.isMissingNode()).toList();
        }
        if (at != path.length()) {
            throw new AssertionError("the jsonpath " + path + " is not read here");
        }
        return found;
    }
}
