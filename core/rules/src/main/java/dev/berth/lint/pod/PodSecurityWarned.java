package dev.berth.lint.pod;

import dev.berth.finding.Level;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.PodOwner;
import dev.berth.lint.rule.WorkloadRule;
import dev.berth.rules.warning.PodSecurityWarning;
import io.fabric8.kubernetes.api.model.Namespace;
import java.util.Map;

/** Pods that do not meet the Pod Security level that their namespace asks for without enforcing it. */
public final class PodSecurityWarned extends WorkloadRule {

    public PodSecurityWarned() {
        super(
                Level.WARNING,
                PodSecurityWarning.RULE,
                "The server accepts the object with a warning.",
                "Correct the fields, or lower the level of the namespace.");
    }

    @Override
    protected void check(ObjectSet set, PodOwner workload, LintReport report) {
        set.find(Namespace.class, workload.object(), "", workload.namespace())
                .ifPresent(namespace -> check(workload, namespace, report));
    }

    private void check(PodOwner workload, Namespace namespace, LintReport report) {
        Map<String, String> labels = namespace.getMetadata().getLabels();
        if (labels != null && !PodSecurityWarning.isEnforced(labels)) {
            PodSecurityWarning.of(workload.pod(), labels)
                    .forEach(warning -> report.invalid(
                            this,
                            workload.object(),
                            warning.field(),
                            "Namespace \"" + workload.namespace() + "\": " + warning.message()));
        }
    }
}
