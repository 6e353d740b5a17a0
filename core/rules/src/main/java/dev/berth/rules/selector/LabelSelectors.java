package dev.berth.rules.selector;

import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorRequirement;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Matches labels against a label selector.
 *
 * <p>Source: Kubernetes 1.36, {@code LabelSelectorAsSelector} in {@code apimachinery/pkg/apis/meta/v1/helpers.go} and
 * {@code Requirement.Matches} in {@code apimachinery/pkg/labels/selector.go}.
 */
public final class LabelSelectors {

    private LabelSelectors() {}

    /**
     * Returns whether the selector selects these labels; an absent selector selects nothing, an empty one everything.
     */
    public static boolean matches(@Nullable LabelSelector selector, @Nullable Map<String, String> labels) {
        if (selector == null) {
            return false;
        }
        Map<String, String> present = labels == null ? Map.of() : labels;
        return matchesAll(selector.getMatchLabels(), present)
                && orEmpty(selector.getMatchExpressions()).stream()
                        .filter(Objects::nonNull)
                        .allMatch(requirement -> matches(requirement, present));
    }

    /** Returns whether all of these labels exist with these values; true for an empty map. */
    public static boolean matchesAll(@Nullable Map<String, String> wanted, Map<String, String> labels) {
        if (wanted == null) {
            return true;
        }
        for (Map.Entry<String, String> label : wanted.entrySet()) {
            if (!labels.containsKey(label.getKey()) || !Objects.equals(labels.get(label.getKey()), label.getValue())) {
                return false;
            }
        }
        return true;
    }

    /** Returns whether a selector is empty and so selects everything. */
    public static boolean selectsEverything(LabelSelector selector) {
        boolean noLabels =
                selector.getMatchLabels() == null || selector.getMatchLabels().isEmpty();
        return noLabels && orEmpty(selector.getMatchExpressions()).isEmpty();
    }

    private static boolean matches(LabelSelectorRequirement requirement, Map<String, String> labels) {
        return matches(requirement.getKey(), requirement.getOperator(), requirement.getValues(), labels);
    }

    private static boolean matches(
            @Nullable String key,
            @Nullable String operator,
            @Nullable List<String> values,
            Map<String, String> labels) {
        String value = key == null ? null : labels.get(key);
        return switch (operator == null ? "" : operator) {
            case "In" -> value != null && orEmpty(values).contains(value);
            case "NotIn" -> value == null || !orEmpty(values).contains(value);
            case "Exists" -> value != null;
            case "DoesNotExist" -> value == null;
            default -> false;
        };
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
