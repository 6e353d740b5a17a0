package dev.berth.rules.warning;

import dev.berth.finding.FieldPath;
import dev.berth.finding.Finding;
import dev.berth.finding.Rule;
import dev.berth.object.TemplatedPod;
import dev.berth.rules.Findings;
import dev.berth.rules.PodSecurityLevel;
import dev.berth.rules.admission.PodSecurityRules;
import io.fabric8.kubernetes.api.model.PodSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

/** The warnings of Pod Security: of a level that a namespace asks for without enforcing it, and of a newly enforced one. */
public final class PodSecurityWarning {
    private static final String WARN = "pod-security.kubernetes.io/warn";
    private static final String ENFORCE = "pod-security.kubernetes.io/enforce";
    /** The rule of a level that is not enforced. */
    public static final Rule RULE = new Rule(
            "pod-security-warned", "EvaluatePod", "staging/src/k8s.io/pod-security-admission/admission/admission.go");

    private static final Rule ENFORCED = new Rule(
            "pod-security-enforced",
            "EvaluatePodsInNamespace",
            "staging/src/k8s.io/pod-security-admission/admission/admission.go");

    private PodSecurityWarning() {}

    /**
     * Returns the warning about a pod, or about a template of pods; empty if the namespace asks for nothing or the pod
     * complies.
     */
    public static List<Finding> of(TemplatedPod pod, Map<String, String> namespaceLabels) {
        PodSecurityLevel level = level(namespaceLabels, WARN);
        Findings violations = new Findings();
        PodSecurityRules.check(pod.spec(), FieldPath.of(pod.specPath()), level, violations);
        WarningList warnings = new WarningList();
        if (!violations.isEmpty()) {
            List<String> fields =
                    violations.list().stream().map(Finding::field).distinct().toList();
            warnings.add(
                    RULE,
                    FieldPath.root(),
                    "The label " + WARN + ": " + level
                            + " asks for a Pod Security level that these fields do not meet: "
                            + String.join(", ", fields) + ".",
                    "Correct them, or lower the level.");
        }
        return warnings.list();
    }

    /**
     * Returns the warnings of a namespace that starts to enforce a level, or a stricter one: its pods run on, and those
     * that do not meet the level cannot be created again.
     *
     * @param before the labels of the namespace before the change
     * @param after its labels after the change
     * @param pods the pods in the namespace, by name
     */
    public static List<Finding> ofEnforcement(
            Map<String, String> before, Map<String, String> after, SortedMap<String, PodSpec> pods) {
        PodSecurityLevel level = level(after, ENFORCE);
        WarningList warnings = new WarningList();
        if (level.compareTo(level(before, ENFORCE)) <= 0) {
            return warnings.list();
        }
        Map<Set<String>, List<String>> byReason = new LinkedHashMap<>();
        pods.forEach((name, spec) -> {
            Findings violations = new Findings();
            PodSecurityRules.check(spec, FieldPath.of("spec"), level, violations);
            if (!violations.isEmpty()) {
                Set<String> reasons = new TreeSet<>();
                violations.list().forEach(finding -> reasons.add(finding.rule().id()));
                byReason.computeIfAbsent(reasons, any -> new ArrayList<>()).add(name);
            }
        });
        String remedy = "Correct the pods first, or enforce a lower level.";
        if (!byReason.isEmpty()) {
            warnings.add(
                    ENFORCED, FieldPath.root(), "Pods of the namespace do not meet the level " + level + ".", remedy);
        }
        byReason.forEach((reasons, names) -> warnings.add(
                ENFORCED,
                FieldPath.root(),
                String.join(", ", names) + ": " + String.join(", ", reasons) + ".",
                remedy));
        return warnings.list();
    }

    /** Whether the namespace enforces the level that it asks for, or a stricter one, so that pods are refused. */
    public static boolean isEnforced(Map<String, String> namespaceLabels) {
        return level(namespaceLabels, ENFORCE).compareTo(level(namespaceLabels, WARN)) >= 0;
    }

    private static PodSecurityLevel level(Map<String, String> labels, String mode) {
        return PodSecurityLevel.of(labels.getOrDefault(mode, "")).orElse(PodSecurityLevel.PRIVILEGED);
    }
}
