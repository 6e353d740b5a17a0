package dev.berth.rules.pod;

import dev.berth.finding.FieldPath;
import dev.berth.finding.Rule;
import dev.berth.rules.Findings;
import dev.berth.rules.Zero;
import dev.berth.rules.format.Format;
import dev.berth.rules.meta.LabelRules;
import io.fabric8.kubernetes.api.model.PodReadinessGate;
import io.fabric8.kubernetes.api.model.PodResourceClaim;
import io.fabric8.kubernetes.api.model.PodSchedulingGate;
import io.fabric8.kubernetes.api.model.Toleration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules of other fields that decide where and when a pod runs: tolerations, scheduling gates, resource claims. */
final class SchedulingRules {
    private static final List<String> EFFECTS = List.of("NoExecute", "NoSchedule", "PreferNoSchedule");

    private static final Rule OPERATOR = Rule.core("toleration-operator", "ValidateTolerations");
    private static final Rule EFFECT = Rule.core("toleration-effect", "validateTaintEffect");
    private static final Rule SECONDS = Rule.core("toleration-seconds", "ValidateTolerations");
    private static final Rule READINESS_GATE = Rule.core("readiness-gate", "validateReadinessGates");
    private static final Rule GATE = Rule.core("scheduling-gate", "validateSchedulingGates");
    private static final Rule CLAIM = Rule.core("pod-resource-claim", "validatePodResourceClaim");

    private SchedulingRules() {}

    static void tolerations(@Nullable List<Toleration> given, FieldPath path, Findings findings) {
        List<Toleration> tolerations = Zero.list(given);
        for (int i = 0; i < tolerations.size(); i++) {
            toleration(tolerations.get(i), path.index(i), findings);
        }
    }

    /** A value that does not fit is reported at the operator, as the server does. */
    private static void toleration(Toleration toleration, FieldPath path, Findings findings) {
        String key = Zero.text(toleration.getKey());
        String operator = Zero.text(toleration.getOperator());
        String value = Zero.text(toleration.getValue());
        String effect = Zero.text(toleration.getEffect());
        if (!key.isEmpty()) {
            LabelRules.key(key, path.child("key"), findings);
        } else if (!operator.equals("Exists")) {
            findings.invalid(OPERATOR, path.child("operator"), operator, "must be Exists if key is empty");
        }
        if (toleration.getTolerationSeconds() != null && !effect.equals("NoExecute")) {
            findings.invalid(SECONDS, path.child("effect"), effect, "must be NoExecute if tolerationSeconds is set");
        }
        switch (operator) {
            case "", "Equal" -> Format.LABEL_VALUE.check(findings, OPERATOR, path.child("operator"), value);
            case "Exists" -> {
                if (!value.isEmpty()) {
                    findings.invalid(OPERATOR, path.child("operator"), value, "must be empty if operator is Exists");
                }
            }
            default -> findings.notSupported(OPERATOR, path.child("operator"), operator, List.of("Equal", "Exists"));
        }
        if (!effect.isEmpty()) {
            findings.oneOf(EFFECT, path.child("effect"), effect, EFFECTS);
        }
    }

    static void readinessGates(@Nullable List<PodReadinessGate> given, FieldPath path, Findings findings) {
        List<PodReadinessGate> gates = Zero.list(given);
        for (int i = 0; i < gates.size(); i++) {
            FieldPath at = path.index(i).child("conditionType");
            Format.QUALIFIED_NAME.check(
                    findings, READINESS_GATE, at, gates.get(i).getConditionType());
        }
    }

    static void schedulingGates(@Nullable List<PodSchedulingGate> given, FieldPath path, Findings findings) {
        Set<String> names = new HashSet<>();
        List<PodSchedulingGate> gates = Zero.list(given);
        for (int i = 0; i < gates.size(); i++) {
            String name = Zero.text(gates.get(i).getName());
            Format.QUALIFIED_NAME.check(findings, GATE, path.index(i), name);
            if (!names.add(name)) {
                findings.duplicate(GATE, path.index(i), name);
            }
        }
    }

    /** Checks the claims and returns their names. */
    static Set<String> resourceClaims(@Nullable List<PodResourceClaim> given, FieldPath path, Findings findings) {
        Set<String> names = new HashSet<>();
        List<PodResourceClaim> claims = Zero.list(given);
        for (int i = 0; i < claims.size(); i++) {
            PodResourceClaim claim = claims.get(i);
            FieldPath at = path.index(i);
            if (findings.requireText(CLAIM, at.child("name"), claim.getName())) {
                if (names.add(claim.getName())) {
                    Format.DNS_LABEL.check(findings, CLAIM, at.child("name"), claim.getName());
                } else {
                    findings.duplicate(CLAIM, at.child("name"), claim.getName());
                }
            }
            String name = claim.getResourceClaimName();
            String template = claim.getResourceClaimTemplateName();
            if ((name == null) == (template == null)) {
                findings.invalid(
                        CLAIM, at, claim.getName(), "must set either resourceClaimName or resourceClaimTemplateName");
            }
            if (name != null) {
                Format.DNS_SUBDOMAIN.check(findings, CLAIM, at.child("resourceClaimName"), name);
            }
            if (template != null) {
                Format.DNS_SUBDOMAIN.check(findings, CLAIM, at.child("resourceClaimTemplateName"), template);
            }
        }
        return names;
    }
}
