package dev.berth.rules.workload;

import dev.berth.finding.FieldPath;
import dev.berth.finding.Rule;
import dev.berth.rules.ClusterFacts;
import dev.berth.rules.Findings;
import dev.berth.rules.Zero;
import dev.berth.rules.meta.LabelRules;
import dev.berth.rules.pod.PodRules;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorRequirement;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rules of a workload's selector, and of the template whose pods it must select. */
final class TemplateRules {
    private static final String FILE = "pkg/apis/apps/validation/validation.go";

    private static final Rule NEEDED = new Rule("selector", "ValidateStatefulSetSpec", FILE);
    private static final Rule EMPTY = new Rule("selector-empty", "ValidateStatefulSetSpec", FILE);
    private static final Rule INVALID = new Rule("selector-invalid", "ValidateStatefulSetSpec", FILE);
    private static final Rule MATCHES =
            new Rule("selector-matches-template", "ValidatePodTemplateSpecForReplicaSet", FILE);
    private static final Rule RESTART =
            new Rule("template-restart-policy", "ValidatePodTemplateSpecForReplicaSet", FILE);
    private static final Rule DEADLINE = new Rule("template-deadline", "ValidatePodTemplateSpecForReplicaSet", FILE);

    private final FieldPath path;
    private final ClusterFacts facts;
    private final Findings findings;

    TemplateRules(FieldPath path, ClusterFacts facts, Findings findings) {
        this.path = path;
        this.facts = facts;
        this.findings = findings;
    }

    /**
     * Checks the selector and the template, and returns whether the template was checked: the server only checks it
     * after a usable selector.
     */
    boolean check(@Nullable LabelSelector selector, PodTemplateSpec template) {
        FieldPath at = path.child("selector");
        boolean usable = true;
        if (selector == null) {
            findings.required(NEEDED, at, "must select the pods of the workload");
        } else {
            int before = findings.size();
            LabelRules.selector(selector, at, findings);
            usable = findings.size() == before;
            if (isEmpty(selector)) {
                findings.invalid(EMPTY, at, "{}", "an empty selector would select every pod");
            }
        }
        if (!usable) {
            findings.invalid(INVALID, at, "", "is not a valid selector");
            return false;
        }
        if (selector == null || !isEmpty(selector)) {
            matches(selector, template);
        }
        PodRules.template(template, path.child("template"), facts, findings);
        return true;
    }

    static boolean isEmpty(LabelSelector selector) {
        return Zero.map(selector.getMatchLabels()).isEmpty()
                && Zero.list(selector.getMatchExpressions()).isEmpty();
    }

    void matches(@Nullable LabelSelector selector, PodTemplateSpec template) {
        Map<String, String> labels = Zero.map(template.getMetadata().getLabels());
        if (selector == null || !selects(selector, labels)) {
            FieldPath at = path.child("template", "metadata", "labels");
            findings.invalid(MATCHES, at, labels, "must match the selector");
        }
    }

    /** Returns whether a selector without findings selects the labels. */
    static boolean selects(LabelSelector selector, Map<String, String> labels) {
        for (Map.Entry<String, String> wanted :
                Zero.map(selector.getMatchLabels()).entrySet()) {
            if (!wanted.getValue().equals(labels.get(wanted.getKey()))) {
                return false;
            }
        }
        for (LabelSelectorRequirement wanted : Zero.list(selector.getMatchExpressions())) {
            if (!selects(wanted, labels)) {
                return false;
            }
        }
        return true;
    }

    private static boolean selects(LabelSelectorRequirement wanted, Map<String, String> labels) {
        String value = labels.get(wanted.getKey());
        List<String> values = Zero.list(wanted.getValues());
        return switch (Zero.text(wanted.getOperator())) {
            case "In" -> value != null && values.contains(value);
            case "NotIn" -> value == null || !values.contains(value);
            case "Exists" -> value != null;
            default -> value == null;
        };
    }

    /** Checks pods that run until they are replaced. */
    void runsForever(PodTemplateSpec template) {
        FieldPath at = path.child("template", "spec");
        String restart = template.getSpec().getRestartPolicy();
        findings.oneOf(RESTART, at.child("restartPolicy"), restart, List.of("Always"));
        if (template.getSpec().getActiveDeadlineSeconds() != null) {
            findings.forbidden(
                    DEADLINE, at.child("activeDeadlineSeconds"), "not allowed: these pods run until they are replaced");
        }
    }
}
