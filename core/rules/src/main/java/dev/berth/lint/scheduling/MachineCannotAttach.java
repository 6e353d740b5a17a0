package dev.berth.lint.scheduling;

import dev.berth.catalog.driver.StorageDriver;
import dev.berth.catalog.driver.StorageDrivers;
import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.PodOwner;
import dev.berth.lint.rule.WorkloadRule;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A pod that is bound to machines that cannot attach the disk of its claim. */
final class MachineCannotAttach extends WorkloadRule {

    MachineCannotAttach() {
        super(
                Level.ERROR,
                new Rule("machine-cannot-attach", "ControllerPublishVolume", "the storage driver of the class"),
                "The disk is provisioned, but no such node can attach it, so the pod stays in ContainerCreating.",
                "Use a disk type that the machines support, or other machines.");
    }

    @Override
    protected void check(ObjectSet set, PodOwner workload, LintReport report) {
        Map<String, List<String>> nodes = RequiredNodeLabels.of(workload.pod().spec());
        if (nodes.isEmpty()) {
            return;
        }
        for (PodClaims use : PodClaims.of(set, workload)) {
            use.storageClass(set, workload)
                    .ifPresent(storageClass -> check(workload, use, storageClass, nodes, report));
        }
    }

    private void check(
            PodOwner workload,
            PodClaims use,
            StorageClass storageClass,
            Map<String, List<String>> nodes,
            LintReport report) {
        Optional<StorageDriver> driver =
                StorageDrivers.named(Objects.requireNonNullElse(storageClass.getProvisioner(), ""));
        Map<String, String> parameters = parameters(storageClass);
        nodes.forEach((label, machines) -> {
            if (driver.isPresent()
                    && !machines.isEmpty()
                    && machines.stream().noneMatch(machine -> driver.get().attachesTo(label, machine, parameters))) {
                report.invalid(
                        this,
                        workload.object(),
                        workload.pod().specPath(),
                        "The pods require nodes with " + label + " " + String.join(", ", machines)
                                + ", and StorageClass \"" + ObjectSet.name(storageClass) + "\" of claim \""
                                + use.name() + "\" provisions disks that they cannot attach.");
            }
        });
    }

    private static Map<String, String> parameters(StorageClass storageClass) {
        Map<String, String> given = new HashMap<>();
        if (storageClass.getParameters() != null) {
            storageClass.getParameters().forEach((key, value) -> given.put(key, value == null ? "" : value));
        }
        return given;
    }
}
