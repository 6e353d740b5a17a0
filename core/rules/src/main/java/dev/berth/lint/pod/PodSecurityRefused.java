package dev.berth.lint.pod;

import dev.berth.finding.FieldPath;
import dev.berth.finding.Finding;
import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.PodOwner;
import dev.berth.lint.rule.WorkloadRule;
import dev.berth.rules.Findings;
import dev.berth.rules.PodSecurityLevel;
import dev.berth.rules.admission.PodSecurityRules;
import io.fabric8.kubernetes.api.model.Namespace;
import java.util.Map;
import java.util.Optional;

/** Pods that the Pod Security level of their namespace refuses, although the object that creates them is accepted. */
public final class PodSecurityRefused extends WorkloadRule {

    private static final String ENFORCE = "pod-security.kubernetes.io/enforce";

    public PodSecurityRefused() {
        super(
                Level.ERROR,
                new Rule(
                        "pod-security-refused",
                        "ValidatePodController",
                        "staging/src/k8s.io/pod-security-admission/admission/admission.go"),
                "The object is accepted, but each of its pods is refused.",
                "Correct the field, or lower the level of the namespace.");
    }

    @Override
    protected void check(ObjectSet set, PodOwner workload, LintReport report) {
        set.find(Namespace.class, workload.object(), "", workload.namespace())
                .flatMap(PodSecurityRefused::level)
                .ifPresent(level -> check(workload, level, report));
    }

    private void check(PodOwner workload, PodSecurityLevel level, LintReport report) {
        Findings findings = new Findings();
        PodSecurityRules.check(
                workload.pod().spec(), FieldPath.of(workload.pod().specPath()), level, findings);
        for (Finding finding : findings.list()) {
            report.invalid(
                    this,
                    workload.object(),
                    finding.field(),
                    "Namespace \"" + workload.namespace() + "\" enforces the Pod Security level " + level
                            + ", which does not allow this.");
        }
    }

    private static Optional<PodSecurityLevel> level(Namespace namespace) {
        Map<String, String> labels = namespace.getMetadata().getLabels();
        return PodSecurityLevel.of(labels == null ? "" : labels.getOrDefault(ENFORCE, ""));
    }
}
