package dev.berth.rules.volume;

import dev.berth.finding.FieldPath;
import dev.berth.finding.Rule;
import dev.berth.rules.Findings;
import dev.berth.rules.Zero;
import dev.berth.rules.format.Amount;
import dev.berth.rules.format.Format;
import dev.berth.rules.meta.MetadataRules;
import dev.berth.rules.meta.NodeSelectorRules;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.List;
import java.util.Map;

/** {@code ValidatePersistentVolume}. */
public final class VolumeRules {
    private static final String MOUNT_OPTIONS = "volume.beta.kubernetes.io/mount-options";
    private static final List<String> POLICIES = List.of("Delete", "Recycle", "Retain");
    private static final List<String> VOLUME_MODES = List.of("Block", "Filesystem");

    private static final Rule MODES_NEEDED = Rule.core("volume-access-modes", "ValidatePersistentVolumeSpec");
    private static final Rule CAPACITY = Rule.core("volume-capacity", "ValidatePersistentVolumeSpec");
    private static final Rule POLICY = Rule.core("reclaim-policy", "ValidatePersistentVolumeSpec");
    private static final Rule RECYCLE_ROOT = Rule.core("recycle-root", "ValidatePersistentVolumeSpec");
    private static final Rule AFFINITY = Rule.core("volume-node-affinity", "validateVolumeNodeAffinity");
    private static final Rule LOCAL_AFFINITY = Rule.core("local-node-affinity", "ValidatePersistentVolumeSpec");
    private static final Rule CLASS_NAME = Rule.core("volume-class-name", "ValidatePersistentVolumeSpec");
    private static final Rule VOLUME_MODE = Rule.core("volume-volume-mode", "ValidatePersistentVolumeSpec");
    private static final Rule ATTRIBUTES = Rule.core("volume-attributes", "ValidatePersistentVolumeSpec");
    private static final Rule OPTIONS =
            new Rule("mount-options", "checkMountOption", "pkg/volume/validation/pv_validation.go");

    private VolumeRules() {}

    /** Checks a PersistentVolume. */
    public static void check(PersistentVolume volume, Findings findings) {
        MetadataRules.clusterWide(volume.getMetadata(), Format.DNS_SUBDOMAIN, findings);
        PersistentVolumeSpec spec = volume.getSpec();
        FieldPath path = FieldPath.of("spec");
        if (Zero.list(spec.getAccessModes()).isEmpty()) {
            findings.required(MODES_NEEDED, path.child("accessModes"), "must have at least one access mode");
        }
        AccessModes.check(spec.getAccessModes(), path.child("accessModes"), findings);
        capacity(Zero.map(spec.getCapacity()), path.child("capacity"), findings);
        FieldPath policy = path.child("persistentVolumeReclaimPolicy");
        findings.oneOf(POLICY, policy, spec.getPersistentVolumeReclaimPolicy(), POLICIES);
        affinity(spec, path.child("nodeAffinity"), findings);
        String name = volume.getMetadata() == null
                ? ""
                : Zero.text(volume.getMetadata().getName());
        new VolumeSources(name, findings).check(spec, path);
        boolean root = spec.getHostPath() != null
                && isRoot(Zero.text(spec.getHostPath().getPath()));
        if (root && spec.getPersistentVolumeReclaimPolicy().equals("Recycle")) {
            findings.forbidden(
                    RECYCLE_ROOT, policy, "not allowed for the root directory of the node: recycling would erase it");
        }
        names(spec, path, findings);
        mountOptions(volume, findings);
    }

    private static void capacity(Map<String, Quantity> capacity, FieldPath path, Findings findings) {
        if (capacity.isEmpty()) {
            findings.required(CAPACITY, path, "must state the size of the volume");
        }
        if (!capacity.containsKey("storage") || capacity.size() > 1) {
            findings.notSupported(CAPACITY, path, String.join(", ", capacity.keySet()), List.of("storage"));
        }
        capacity.forEach((name, quantity) -> {
            if (Amount.of(quantity).signum() <= 0) {
                findings.invalid(CAPACITY, path.key(name), Amount.of(quantity), "must be greater than 0");
            }
        });
    }

    private static void affinity(PersistentVolumeSpec spec, FieldPath path, Findings findings) {
        if (spec.getNodeAffinity() == null) {
            return;
        }
        if (spec.getNodeAffinity().getRequired() == null) {
            findings.required(AFFINITY, path.child("required"), "must state which nodes can reach the volume");
        } else {
            NodeSelectorRules.required(spec.getNodeAffinity().getRequired(), path.child("required"), findings);
        }
    }

    /** Reported where the sources are checked, in the server's order. */
    static void localNeedsAffinity(PersistentVolumeSpec spec, FieldPath path, Findings findings) {
        if (spec.getNodeAffinity() == null) {
            findings.required(LOCAL_AFFINITY, path.child("nodeAffinity"), "must be set for a local volume");
        }
    }

    private static boolean isRoot(String path) {
        if (!path.startsWith("/")) {
            return false;
        }
        int depth = 0;
        for (String step : path.split("/", -1)) {
            if (step.equals("..")) {
                depth = Math.max(0, depth - 1);
            } else if (!step.isEmpty() && !step.equals(".")) {
                depth++;
            }
        }
        return depth == 0;
    }

    private static void names(PersistentVolumeSpec spec, FieldPath path, Findings findings) {
        if (!Zero.isEmpty(spec.getStorageClassName())) {
            FieldPath at = path.child("storageClassName");
            Format.DNS_SUBDOMAIN.check(findings, CLASS_NAME, at, spec.getStorageClassName());
        }
        if (spec.getVolumeMode() != null) {
            findings.oneOf(VOLUME_MODE, path.child("volumeMode"), spec.getVolumeMode(), VOLUME_MODES);
        }
        String attributes = spec.getVolumeAttributesClassName();
        if (attributes != null) {
            FieldPath at = path.child("volumeAttributesClassName");
            if (findings.requireText(ATTRIBUTES, at, attributes)) {
                Format.DNS_SUBDOMAIN.check(findings, ATTRIBUTES, at, attributes);
            }
            if (spec.getCsi() == null) {
                findings.required(ATTRIBUTES, path.child("csi"), "only allowed for CSI volumes");
            }
        }
    }

    /** Mount options as an annotation, which some volume types do not support. */
    private static void mountOptions(PersistentVolume volume, Findings findings) {
        if (volume.getMetadata() == null
                || !Zero.map(volume.getMetadata().getAnnotations()).containsKey(MOUNT_OPTIONS)) {
            return;
        }
        PersistentVolumeSpec spec = volume.getSpec();
        boolean taken = spec.getGcePersistentDisk() != null
                || spec.getAwsElasticBlockStore() != null
                || spec.getGlusterfs() != null
                || spec.getNfs() != null
                || spec.getRbd() != null
                || spec.getQuobyte() != null
                || spec.getIscsi() != null
                || spec.getCinder() != null
                || spec.getCephfs() != null
                || spec.getAzureFile() != null
                || spec.getVsphereVolume() != null
                || spec.getAzureDisk() != null
                || spec.getStorageos() != null;
        if (!taken) {
            FieldPath path = FieldPath.of("metadata", "annotations", MOUNT_OPTIONS);
            findings.forbidden(OPTIONS, path, "this volume type does not support mount options");
        }
    }
}
