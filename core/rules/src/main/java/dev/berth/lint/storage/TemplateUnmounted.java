package dev.berth.lint.storage;

import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.PodOwner;
import dev.berth.lint.rule.PodOwner.ClaimTemplatePlace;
import dev.berth.lint.rule.SetRule;
import dev.berth.object.TemplatedPod;

/** A claim template that no container mounts. */
public final class TemplateUnmounted extends SetRule {

    public TemplateUnmounted() {
        super(
                Level.ERROR,
                new Rule(
                        "claim-template-unmounted",
                        "getPersistentVolumeClaims",
                        "pkg/controller/statefulset/stateful_set_utils.go"),
                "The disk is provisioned and billed, but the data is written into the container and lost on a restart.",
                "Mount it, or remove it.");
    }

    @Override
    public void check(ObjectSet set, LintReport report) {
        for (PodOwner workload : set.statefulSets()) {
            for (ClaimTemplatePlace template : workload.namedClaimTemplates()) {
                if (!isUsed(workload, template.name())) {
                    report.invalid(
                            this,
                            workload.object(),
                            template.path(),
                            "No container mounts \"" + template.name() + "\".");
                }
            }
        }
    }

    private static boolean isUsed(PodOwner workload, String name) {
        return workload.pod().containers().stream()
                .map(TemplatedPod.Place::container)
                .anyMatch(container -> PodOwner.orEmpty(container.getVolumeMounts()).stream()
                                .anyMatch(mount -> mount != null && name.equals(mount.getName()))
                        || PodOwner.orEmpty(container.getVolumeDevices()).stream()
                                .anyMatch(device -> device != null && name.equals(device.getName())));
    }
}
