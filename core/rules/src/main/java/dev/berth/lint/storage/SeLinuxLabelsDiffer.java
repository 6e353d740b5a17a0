package dev.berth.lint.storage;

import dev.berth.cluster.KubernetesVersion;
import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.PodOwner;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeSpec;
import io.fabric8.kubernetes.api.model.storage.CSIDriver;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A claim that two workloads mount with different SELinux labels.
 *
 * <p>Since 1.37 (feature gate SELinuxMount, KEP-1710), the kubelet mounts a volume with the label of its pod, and on one node
 * a volume can have only one label. This holds for iSCSI, Fibre Channel, and CSI drivers whose CSIDriver has {@code
 * seLinuxMount: true}; a CSI driver whose CSIDriver is not in the set may be one of them.
 */
public final class SeLinuxLabelsDiffer extends ClaimUseRule {

    public SeLinuxLabelsDiffer() {
        super(
                Level.WARNING,
                new Rule("selinux-labels-differ", "GetMountSELinuxLabel", "pkg/volume/util/selinux.go"),
                "On a node with SELinux, while a pod of one runs, a pod of the other stays in ContainerCreating.",
                "Use the same label in both, or seLinuxChangePolicy: Recursive in both, or a claim for each.");
    }

    @Override
    public boolean appliesTo(KubernetesVersion version) {
        return version.isAtLeast(KubernetesVersion.V1_37);
    }

    @Override
    void check(ObjectSet set, ClaimUse use, LintReport report) {
        set.pods()
                .firstUserOf(use.workload().object(), use.workload().namespace(), ObjectSet.name(use.claim()))
                .filter(first -> !first.areOf(use.workload()) && !use.isForOnePod())
                .flatMap(set.pods()::workloadOf)
                .filter(first -> isMountedWithLabel(use, set))
                .ifPresent(first -> compare(use, first, report));
    }

    private void compare(ClaimUse use, PodOwner first, LintReport report) {
        Optional<SeLinuxMount> other = SeLinuxMount.of(first, ObjectSet.name(use.claim()));
        SeLinuxMount.of(use.workload(), ObjectSet.name(use.claim()))
                .filter(own -> other.isPresent() && !own.equals(other.get()))
                .ifPresent(own -> report.invalid(
                        this,
                        use.workload().object(),
                        use.path(),
                        "Claim \"" + ObjectSet.name(use.claim()) + "\" is mounted " + own + ", and "
                                + first.object().getKind() + " \"" + ObjectSet.name(first.object()) + "\" mounts it "
                                + other.get() + "."));
    }

    /** Returns whether the kubelet may mount the volume of the claim with a label: false only if that is certain. */
    private static boolean isMountedWithLabel(ClaimUse use, ObjectSet set) {
        HasMetadata user = use.workload().object();
        PersistentVolumeClaim claim = use.claim();
        Optional<PersistentVolumeSpec> volume = set.find(
                        PersistentVolume.class, user, "", claim.getSpec().getVolumeName())
                .map(PersistentVolume::getSpec);
        if (volume.isPresent()) {
            PersistentVolumeSpec spec = volume.get();
            return spec.getIscsi() != null
                    || spec.getFc() != null
                    || (spec.getCsi() != null && mayMountWithLabel(spec.getCsi().getDriver(), user, set));
        }
        return set.find(StorageClass.class, user, "", claim.getSpec().getStorageClassName())
                .map(StorageClass::getProvisioner)
                .map(provisioner -> mayMountWithLabel(provisioner, user, set))
                .orElse(true);
    }

    private static boolean mayMountWithLabel(@Nullable String driver, HasMetadata user, ObjectSet set) {
        return set.find(CSIDriver.class, user, "", driver)
                .map(CSIDriver::getSpec)
                .map(spec -> Boolean.TRUE.equals(spec.getSeLinuxMount()))
                .orElse(true);
    }
}
