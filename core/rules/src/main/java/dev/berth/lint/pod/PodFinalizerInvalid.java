package dev.berth.lint.pod;

import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.PodOwner;
import dev.berth.lint.rule.WorkloadRule;
import dev.berth.object.TemplatedPod;
import dev.berth.rules.Zero;
import dev.berth.rules.meta.Finalizers;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.List;

/** A finalizer of a pod template that is invalid in a pod: finalizers of templates are not validated. */
final class PodFinalizerInvalid extends WorkloadRule {

    PodFinalizerInvalid() {
        super(
                Level.ERROR,
                new Rule(
                        "pod-finalizer-invalid", "validateKubeFinalizerName", "pkg/apis/core/validation/validation.go"),
                "The API server refuses each pod, so none is created.",
                "Use a qualified name, such as example.com/name.");
    }

    @Override
    protected void check(ObjectSet set, PodOwner workload, LintReport report) {
        if (workload.object() instanceof Pod) {
            return;
        }
        TemplatedPod pod = workload.pod();
        List<String> finalizers = pod.finalizers();
        for (int i = 0; i < finalizers.size(); i++) {
            String finalizer = Zero.text(finalizers.get(i));
            if (!Finalizers.isValid(finalizer)) {
                report.invalid(
                        this,
                        workload.object(),
                        pod.metadataPath() + ".finalizers[" + i + "]",
                        "\"" + finalizer + "\" is not a finalizer.");
            }
        }
    }
}
