package dev.berth.lint.scheduling;

import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.PodOwner;
import dev.berth.lint.rule.WorkloadRule;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A pod that is bound to zones in which the class of its claim provisions no volume. */
final class ZonesExclude extends WorkloadRule {

    ZonesExclude() {
        super(
                Level.ERROR,
                new Rule(
                        "zones-exclude-each-other",
                        "MatchTopologySelectorTerms",
                        "staging/src/k8s.io/component-helpers/scheduling/corev1/nodeaffinity/nodeaffinity.go"),
                "No node can run the pod and attach its volume, so the pod stays Pending.",
                "Allow a common zone in both.");
    }

    @Override
    protected void check(ObjectSet set, PodOwner workload, LintReport report) {
        Optional<Set<String>> ofPod = PodZones.of(workload.pod().spec());
        if (ofPod.isEmpty()) {
            return;
        }
        for (PodClaims use : PodClaims.of(set, workload)) {
            Optional<StorageClass> storageClass = use.storageClass(set, workload);
            Optional<Set<String>> ofClass = storageClass.flatMap(PodZones::of);
            if (ofClass.isPresent() && ofClass.get().stream().noneMatch(ofPod.get()::contains)) {
                report.invalid(
                        this,
                        workload.object(),
                        workload.pod().specPath(),
                        "The pods may run in " + String.join(", ", new TreeSet<>(ofPod.get()))
                                + ", and StorageClass \"" + ObjectSet.name(storageClass.get())
                                + "\" of claim \"" + use.name() + "\" provisions in "
                                + String.join(", ", ofClass.get()) + ".");
            }
        }
    }
}
