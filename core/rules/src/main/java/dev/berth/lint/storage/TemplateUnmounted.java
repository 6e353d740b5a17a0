package dev.berth.lint.storage;

import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.PodOwner;
import dev.berth.lint.rule.PodOwner.ClaimTemplatePlace;
import dev.berth.object.TemplatedPod;
import io.fabric8.kubernetes.api.model.VolumeDevice;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.util.List;

/** A claim template that no container mounts, or only an init container that ends before the server starts. */
public final class TemplateUnmounted extends ClaimTemplateRule {

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
    void check(ObjectSet set, PodOwner workload, ClaimTemplatePlace template, LintReport report) {
        if (!isUsed(running(workload), template.name())) {
            (runsDatabase(workload) ? report : report.at(Level.WARNING))
                    .invalid(
                            this,
                            workload.object(),
                            template.path(),
                            isUsed(workload.containers(), template.name())
                                    ? "Only init containers mount \"" + template.name() + "\"."
                                    : "No container mounts \"" + template.name() + "\".");
        }
    }

    /** Other programs may have no data. */
    private static boolean runsDatabase(PodOwner workload) {
        return running(workload).stream().anyMatch(place -> KnownDatabase.runsIn(place.container()));
    }

    private static List<TemplatedPod.Place> running(PodOwner workload) {
        return workload.containers().stream()
                .filter(TemplatedPod.Place::keepsRunning)
                .toList();
    }

    private static boolean isUsed(List<TemplatedPod.Place> containers, String name) {
        for (TemplatedPod.Place place : containers) {
            for (VolumeMount mount : PodOwner.orEmpty(place.container().getVolumeMounts())) {
                if (mount != null && name.equals(mount.getName())) {
                    return true;
                }
            }
            for (VolumeDevice device : PodOwner.orEmpty(place.container().getVolumeDevices())) {
                if (device != null && name.equals(device.getName())) {
                    return true;
                }
            }
        }
        return false;
    }
}
