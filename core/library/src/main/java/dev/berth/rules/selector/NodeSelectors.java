package dev.berth.rules.selector;

import io.fabric8.kubernetes.api.model.NodeSelector;
import io.fabric8.kubernetes.api.model.NodeSelectorRequirement;
import io.fabric8.kubernetes.api.model.NodeSelectorTerm;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Matches a node's labels against a node selector: one of its terms has to match, with all of its expressions.
 *
 * <p>Source: Kubernetes 1.36, {@code component-helpers/scheduling/corev1/nodeaffinity/nodeaffinity.go}.
 */
public final class NodeSelectors {

    private NodeSelectors() {}

    /** Whether a node with these labels is selected; a selector without terms selects none, no selector selects all. */
    public static boolean matches(@Nullable NodeSelector selector, Map<String, String> nodeLabels) {
        return selector == null
                || LabelSelectors.orEmpty(selector.getNodeSelectorTerms()).stream()
                        .filter(Objects::nonNull)
                        .anyMatch(term -> matches(term, nodeLabels));
    }

    private static boolean matches(NodeSelectorTerm term, Map<String, String> labels) {
        List<NodeSelectorRequirement> expressions = LabelSelectors.orEmpty(term.getMatchExpressions());
        List<NodeSelectorRequirement> fields = LabelSelectors.orEmpty(term.getMatchFields());
        boolean asksForNothing = expressions.isEmpty() && fields.isEmpty();
        return !asksForNothing
                && expressions.stream().filter(Objects::nonNull).allMatch(requirement -> matches(requirement, labels))
                && fields.stream().filter(Objects::nonNull).allMatch(field -> matches(field, nodeName(labels)));
    }

    /** The only field that terms can match is the node's name, which its host name label carries as well. */
    private static Map<String, String> nodeName(Map<String, String> labels) {
        String name = labels.get("kubernetes.io/hostname");
        return name == null ? Map.of() : Map.of("metadata.name", name);
    }

    private static boolean matches(NodeSelectorRequirement requirement, Map<String, String> labels) {
        String operator = requirement.getOperator();
        if (!"Gt".equals(operator) && !"Lt".equals(operator)) {
            return LabelSelectors.matches(requirement.getKey(), operator, requirement.getValues(), labels);
        }
        List<String> values = LabelSelectors.orEmpty(requirement.getValues());
        OptionalLong actual = number(labels.get(requirement.getKey()));
        OptionalLong bound = values.size() == 1 ? number(values.get(0)) : OptionalLong.empty();
        if (actual.isEmpty() || bound.isEmpty()) {
            return false;
        }
        return operator.equals("Gt") ? actual.getAsLong() > bound.getAsLong() : actual.getAsLong() < bound.getAsLong();
    }

    private static OptionalLong number(@Nullable String text) {
        try {
            return text == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(text));
        } catch (NumberFormatException notANumber) {
            return OptionalLong.empty();
        }
    }
}
