package dev.berth.rules.broken.storage;

import dev.berth.manifest.TemplatedPod;
import dev.berth.rules.Rule;
import dev.berth.rules.broken.rule.ObjectSet;
import dev.berth.rules.broken.rule.Report;
import dev.berth.rules.broken.rule.SetRule;
import dev.berth.rules.broken.rule.Severity;
import dev.berth.rules.broken.rule.Workload;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.List;

/** A claim template that no container mounts. */
public final class TemplateUnmounted extends SetRule {

    /** Makes the rule. */
    public TemplateUnmounted() {
        super(
                Severity.BROKEN,
                new Rule(
                        "claim-template-unmounted",
                        "getPersistentVolumeClaims",
                        "pkg/controller/statefulset/stateful_set_utils.go"),
                "The disk is made and paid for, and the data go into the container, where a restart " + "loses them.",
                "Mount it, or remove it.");
    }

    @Override
    public void check(ObjectSet set, Report report) {
        for (Workload workload : set.statefulSets()) {
            List<PersistentVolumeClaim> templates =
                    ((StatefulSet) workload.object()).getSpec().getVolumeClaimTemplates();
            for (int i = 0; i < Workload.orEmpty(templates).size(); i++) {
                ObjectMeta metadata =
                        templates.get(i) == null ? null : templates.get(i).getMetadata();
                String name = metadata == null ? null : metadata.getName();
                if (name != null) {

                    if (!isUsed(workload, name)) {
                        report.invalid(
                                this,
                                workload.object(),
                                "spec.volumeClaimTemplates[" + i + "]",
                                "No container mounts \"" + name + "\".");
                    }
                }
            }
        }
    }

    private static boolean isUsed(Workload workload, String name) {
        return workload.pod().containers().stream()
                .map(TemplatedPod.Place::container)
                .anyMatch(container -> Workload.orEmpty(container.getVolumeMounts()).stream()
                                .anyMatch(mount -> mount != null && name.equals(mount.getName()))
                        || Workload.orEmpty(container.getVolumeDevices()).stream()
                                .anyMatch(device -> device != null && name.equals(device.getName())));
    }
}
