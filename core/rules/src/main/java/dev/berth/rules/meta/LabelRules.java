package dev.berth.rules.meta;

import dev.berth.finding.FieldPath;
import dev.berth.finding.Rule;
import dev.berth.rules.Findings;
import dev.berth.rules.Zero;
import dev.berth.rules.format.Format;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorRequirement;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rules of labels and label selectors. */
public final class LabelRules {
    private static final String FILE = "staging/src/k8s.io/apimachinery/pkg/apis/meta/v1/validation/validation.go";

    static final Rule LABEL_KEY = new Rule("label-key", "ValidateLabelName", FILE);
    static final Rule LABEL_VALUE = new Rule("label-value", "ValidateLabels", FILE);
    static final Rule OPERATOR = new Rule("selector-operator", "ValidateLabelSelectorRequirement", FILE);
    static final Rule VALUES = new Rule("selector-values", "ValidateLabelSelectorRequirement", FILE);
    static final Rule VALUE = new Rule("selector-value", "ValidateLabelSelectorRequirement", FILE);

    private LabelRules() {}

    /** Checks the keys and values of labels; both are reported at the map. */
    public static void labels(@Nullable Map<String, String> labels, FieldPath path, Findings findings) {
        for (Map.Entry<String, String> label : Zero.map(labels).entrySet()) {
            key(label.getKey(), path, findings);
            Format.LABEL_VALUE.check(findings, LABEL_VALUE, path, label.getValue());
        }
    }

    /** Checks the key of a label. */
    public static void key(@Nullable String key, FieldPath path, Findings findings) {
        Format.QUALIFIED_NAME.check(findings, LABEL_KEY, path, key);
    }

    /** Checks a label selector; an absent one has no findings. */
    public static void selector(@Nullable LabelSelector selector, FieldPath path, Findings findings) {
        if (selector == null) {
            return;
        }
        labels(selector.getMatchLabels(), path.child("matchLabels"), findings);
        List<LabelSelectorRequirement> requirements = Zero.list(selector.getMatchExpressions());
        for (int i = 0; i < requirements.size(); i++) {
            requirement(requirements.get(i), path.child("matchExpressions").index(i), findings);
        }
    }

    private static void requirement(LabelSelectorRequirement requirement, FieldPath path, Findings findings) {
        List<String> values = Zero.list(requirement.getValues());
        switch (Zero.text(requirement.getOperator())) {
            case "In", "NotIn" -> {
                if (values.isEmpty()) {
                    findings.required(VALUES, path.child("values"), "must be set for operators In and NotIn");
                }
            }
            case "Exists", "DoesNotExist" -> {
                if (!values.isEmpty()) {
                    findings.forbidden(
                            VALUES, path.child("values"), "must not be set for operators Exists and DoesNotExist");
                }
            }
            default ->
                findings.invalid(
                        OPERATOR,
                        path.child("operator"),
                        Zero.text(requirement.getOperator()),
                        "must be one of In, NotIn, Exists, DoesNotExist");
        }
        key(requirement.getKey(), path.child("key"), findings);
        for (int i = 0; i < values.size(); i++) {
            Format.LABEL_VALUE.check(findings, VALUE, path.child("values").index(i), values.get(i));
        }
    }
}
