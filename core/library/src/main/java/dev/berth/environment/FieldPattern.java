package dev.berth.environment;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.rules.tree.ListKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A field path in which {@code [*]} stands for each element of a list or map. */
final class FieldPattern {

    private static final Pattern STEP = Pattern.compile("\\[([^\\[\\]]+)]|([A-Za-z]\\w*)");

    private final Pattern paths;
    private final List<Step> steps = new ArrayList<>();

    /**
     * A step of a path.
     *
     * @param key whether it is an element of the list or map before it
     */
    private record Step(String name, boolean key) {}

    FieldPattern(String path) {
        this.paths = Pattern.compile(Pattern.quote(path).replace("[*]", "\\E\\[[^\\]]*\\]\\Q") + "(?:$|[.\\[].*)");
        Matcher step = STEP.matcher(path);
        while (step.find()) {
            steps.add(step.group(1) == null ? new Step(step.group(2), false) : new Step(step.group(1), true));
        }
    }

    /** Returns whether it is the path of this field, or of one above it. */
    boolean covers(String path) {
        return paths.matcher(path).matches();
    }

    /** Returns the name that is missing in all of the objects, with the names beside it; empty if one has the field. */
    Optional<Missing> missingIn(List<JsonNode> bodies) {
        List<JsonNode> nodes = bodies;
        String list = "";
        for (Step step : steps) {
            List<JsonNode> next = new ArrayList<>();
            for (JsonNode node : nodes) {
                next.addAll(step.key() ? elements(list, node, step.name()) : List.of(node.path(step.name())));
            }
            next.removeIf(JsonNode::isMissingNode);
            if (next.isEmpty()) {
                return Optional.of(new Missing(step.name(), names(list, nodes)));
            }
            nodes = next;
            list = step.key() ? "" : step.name();
        }
        return Optional.empty();
    }

    /**
     * A name that leads nowhere.
     *
     * @param name the name in the path
     * @param others the names that lead somewhere in its place
     */
    record Missing(String name, Set<String> others) {}

    private static List<JsonNode> elements(String list, JsonNode node, String key) {
        List<JsonNode> all = new ArrayList<>();
        if (key.equals("*")) {
            node.forEach(all::add);
        } else if (node.isObject()) {
            all.add(node.path(key));
        } else {
            all.add(ListKeys.find(list, node, key));
            if (key.chars().allMatch(Character::isDigit) && key.length() < 9) {
                all.add(node.path(Integer.parseInt(key)));
            }
        }
        return all;
    }

    private static Set<String> names(String list, List<JsonNode> nodes) {
        Set<String> names = new TreeSet<>();
        for (JsonNode node : nodes) {
            node.fieldNames().forEachRemaining(names::add);
            for (JsonNode element : node.isArray() ? node : List.<JsonNode>of()) {
                String key = ListKeys.of(list, element);
                if (key != null) {
                    names.add(key);
                }
            }
        }
        return names;
    }
}
