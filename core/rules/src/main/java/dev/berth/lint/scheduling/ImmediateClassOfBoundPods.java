package dev.berth.lint.scheduling;

import dev.berth.catalog.driver.StorageDriver;
import dev.berth.catalog.driver.StorageDrivers;
import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.PodOwner;
import dev.berth.lint.rule.WorkloadRule;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import java.util.Objects;
import java.util.Optional;

/** A pod that is bound to a zone or node, with a claim whose zonal disk is provisioned before the pod is scheduled. */
final class ImmediateClassOfBoundPods extends WorkloadRule {

    ImmediateClassOfBoundPods() {
        super(
                Level.WARNING,
                new Rule(
                        "immediate-class-of-bound-pods",
                        "IsDelayBindingMode",
                        "staging/src/k8s.io/component-helpers/storage/volume/pv_helpers.go"),
                "The disk is provisioned in any zone before the scheduler looks at the pod. If it is not a zone of the"
                        + " pod, the pod stays Pending.",
                "Set volumeBindingMode: WaitForFirstConsumer, or restrict allowedTopologies to the zones of the pod.");
    }

    @Override
    protected void check(ObjectSet set, PodOwner workload, LintReport report) {
        if (!isBound(workload.pod().spec())) {
            return;
        }
        for (PodClaims use : PodClaims.of(set, workload)) {
            Optional<StorageClass> immediate = use.storageClass(set, workload)
                    .filter(storageClass -> isImmediate(storageClass)
                            && isZonal(storageClass)
                            && PodZones.of(storageClass).isEmpty());
            immediate.ifPresent(storageClass -> report.invalid(
                    this,
                    workload.object(),
                    workload.pod().specPath(),
                    "The pods are bound to zones or nodes, and StorageClass \"" + ObjectSet.name(storageClass)
                            + "\" of claim \"" + use.name() + "\" has volumeBindingMode: Immediate."));
        }
    }

    private static boolean isBound(PodSpec pod) {
        return PodZones.of(pod).isPresent()
                || (pod.getNodeSelector() != null && pod.getNodeSelector().containsKey("kubernetes.io/hostname"));
    }

    /** A class without a mode has a finding of its own. */
    private static boolean isImmediate(StorageClass storageClass) {
        return "Immediate".equals(storageClass.getVolumeBindingMode());
    }

    private static boolean isZonal(StorageClass storageClass) {
        return StorageDrivers.named(Objects.requireNonNullElse(storageClass.getProvisioner(), ""))
                .filter(StorageDriver::isZonal)
                .isPresent();
    }
}
