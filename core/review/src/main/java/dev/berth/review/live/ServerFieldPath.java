package dev.berth.review.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The fields that a path describes: {@code spec.ports[].nodePort}, {@code metadata.annotations[pv.kubernetes.io/*]}, {@code
 * spec.volumes[name=kube-api-access-.*]}, or {@code spec.type=ClusterIP} for a field with a value.
 */
final class ServerFieldPath {
    private static final Pattern STEP = Pattern.compile("\\.?([^.\\[\\]=]+)|\\[((?:\\[[^]]*]|[^\\[\\]])*)]|=(.*)$");

    private final List<String> steps = new ArrayList<>();
    private Predicate<String> value = any -> true;

    private ServerFieldPath() {}

    static ServerFieldPath of(String path) {
        ServerFieldPath pattern = new ServerFieldPath();
        Matcher matcher = STEP.matcher(path);
        while (matcher.find()) {
            if (matcher.group(3) != null) {
                pattern.value = Pattern.compile(matcher.group(3)).asMatchPredicate();
            } else {
                pattern.steps.add(matcher.group(1) == null ? "[" + matcher.group(2) : matcher.group(1));
            }
        }
        return pattern;
    }

    /** Removes the fields from an object. */
    void removeFrom(ObjectNode object) {
        remove(object, 0);
    }

    private void remove(JsonNode node, int at) {
        String step = steps.get(at);
        boolean last = at == steps.size() - 1;
        if (!step.startsWith("[")) {
            JsonNode child = node.path(step);
            if (!last) {
                remove(child, at + 1);
            } else if (node instanceof ObjectNode object && value.test(child.asText())) {
                object.remove(step);
            }
        } else if (step.equals("[")) {
            node.forEach(element -> remove(element, at + 1));
        } else if (node instanceof ObjectNode map) {
            map.remove(map.properties().stream()
                    .map(java.util.Map.Entry::getKey)
                    .filter(key -> matches(step.substring(1), key))
                    .toList());
        } else if (node instanceof ArrayNode list) {
            removeElements(list, step.substring(1));
        }
    }

    private static void removeElements(ArrayNode list, String wanted) {
        int equals = wanted.indexOf('=');
        for (int i = list.size() - 1; i >= 0; i--) {
            JsonNode element = list.get(i);
            boolean found = equals < 0
                    ? matches(wanted, element.asText())
                    : element.path(wanted.substring(0, equals)).asText().matches(wanted.substring(equals + 1));
            if (found) {
                list.remove(i);
            }
        }
    }

    private static boolean matches(String wanted, String name) {
        return wanted.endsWith("*") ? name.startsWith(wanted.substring(0, wanted.length() - 1)) : name.equals(wanted);
    }
}
