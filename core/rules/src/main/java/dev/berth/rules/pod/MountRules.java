package dev.berth.rules.pod;

import dev.berth.finding.FieldPath;
import dev.berth.finding.Rule;
import dev.berth.rules.Findings;
import dev.berth.rules.Zero;
import dev.berth.rules.format.Paths;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeDevice;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rules of volume mounts and volume devices. */
final class MountRules {
    private static final List<String> PROPAGATIONS = List.of("Bidirectional", "HostToContainer", "None");
    private static final List<String> RECURSIVE = List.of("Disabled", "Enabled", "IfPossible");

    private static final Rule NAME = Rule.core("mount-name", "ValidateVolumeMounts");
    private static final Rule PATH = Rule.core("mount-path", "ValidateVolumeMounts");
    private static final Rule PATH_TWICE = Rule.core("mount-path-twice", "ValidateVolumeMounts");
    private static final Rule DEVICE_TOO = Rule.core("mount-and-device", "ValidateVolumeMounts");
    private static final Rule SUB_PATHS = Rule.core("mount-sub-paths", "ValidateVolumeMounts");
    private static final Rule PROPAGATION = Rule.core("mount-propagation", "validateMountPropagation");
    private static final Rule READ_ONLY = Rule.core("mount-recursive-read-only", "validateMountRecursiveReadOnly");
    private static final Rule DEVICE = Rule.core("device", "ValidateVolumeDevices");
    private static final Rule DEVICE_SOURCE = Rule.core("device-source", "ValidateVolumeDevices");

    private final Map<String, Volume> volumes;
    private final Findings findings;

    MountRules(Map<String, Volume> volumes, Findings findings) {
        this.volumes = volumes;
        this.findings = findings;
    }

    void check(Container container, FieldPath path) {
        Map<String, String> mounts = new HashMap<>();
        Zero.list(container.getVolumeMounts())
                .forEach(mount -> mounts.put(Zero.text(mount.getName()), Zero.text(mount.getMountPath())));
        Map<String, String> devices = new HashMap<>();
        Zero.list(container.getVolumeDevices())
                .forEach(device -> devices.put(Zero.text(device.getName()), Zero.text(device.getDevicePath())));
        mounts(container, devices, path.child("volumeMounts"));
        devices(Zero.list(container.getVolumeDevices()), mounts, path.child("volumeDevices"));
    }

    private void mounts(Container container, Map<String, String> devices, FieldPath path) {
        Set<String> paths = new HashSet<>();
        List<VolumeMount> mounts = Zero.list(container.getVolumeMounts());
        for (int i = 0; i < mounts.size(); i++) {
            VolumeMount mount = mounts.get(i);
            FieldPath at = path.index(i);
            String name = Zero.text(mount.getName());
            String where = Zero.text(mount.getMountPath());
            findings.requireText(NAME, at.child("name"), name);
            if (!volumes.containsKey(name)) {
                findings.notFound(NAME, at.child("name"), name);
            }
            findings.requireText(PATH, at.child("mountPath"), where);
            if (!paths.add(where)) {
                findings.invalid(PATH_TWICE, at.child("mountPath"), where, "another volume is mounted at this path");
            }
            if (devices.containsKey(name)) {
                findings.invalid(DEVICE_TOO, at.child("name"), name, "is already a device of this container");
            }
            if (devices.containsValue(where)) {
                findings.invalid(DEVICE_TOO, at.child("mountPath"), where, "another device has this path");
            }
            subPaths(mount, at, path);
            propagation(mount, container, path.child("mountPropagation"));
            readOnly(mount, path.child("recursiveReadOnly"));
        }
    }

    /** Reports paths within the volume without the index of the mount, as the server does. */
    private void subPaths(VolumeMount mount, FieldPath at, FieldPath path) {
        String subPath = Zero.text(mount.getSubPath());
        String expression = Zero.text(mount.getSubPathExpr());
        if (!subPath.isEmpty()) {
            Paths.descending(subPath, path.child("subPath"), findings);
        }
        if (!expression.isEmpty()) {
            if (!subPath.isEmpty()) {
                FieldPath field = at.child("subPathExpr");
                findings.invalid(SUB_PATHS, field, expression, "subPath and subPathExpr are mutually exclusive");
            }
            Paths.descending(expression, path.child("subPathExpr"), findings);
        }
    }

    private void propagation(VolumeMount mount, Container container, FieldPath path) {
        String propagation = mount.getMountPropagation();
        if (propagation == null) {
            return;
        }
        findings.oneOf(PROPAGATION, path, propagation, PROPAGATIONS);
        boolean privileged = container.getSecurityContext() != null
                && Zero.flag(container.getSecurityContext().getPrivileged());
        if (propagation.equals("Bidirectional") && !privileged) {
            findings.forbidden(PROPAGATION, path, "Bidirectional is only allowed in privileged containers");
        }
    }

    private void readOnly(VolumeMount mount, FieldPath path) {
        String recursive = mount.getRecursiveReadOnly();
        if (recursive == null) {
            return;
        }
        findings.oneOf(READ_ONLY, path, recursive, RECURSIVE);
        if (recursive.equals("Enabled") || recursive.equals("IfPossible")) {
            if (!Zero.flag(mount.getReadOnly())) {
                findings.forbidden(READ_ONLY, path, "requires readOnly: true");
            }
            if (mount.getMountPropagation() != null
                    && !mount.getMountPropagation().equals("None")) {
                findings.forbidden(READ_ONLY, path, "requires mountPropagation: None");
            }
        }
    }

    private void devices(List<VolumeDevice> devices, Map<String, String> mounts, FieldPath path) {
        Set<String> names = new HashSet<>();
        Set<String> paths = new HashSet<>();
        for (int i = 0; i < devices.size(); i++) {
            FieldPath at = path.index(i);
            String name = Zero.text(devices.get(i).getName());
            String where = Zero.text(devices.get(i).getDevicePath());
            Volume volume = volumes.get(name);
            findings.requireText(DEVICE, at.child("name"), name);
            if (names.contains(name)) {
                findings.invalid(DEVICE, at.child("name"), name, "is already a device of this container");
            }
            if (volume == null) {
                findings.notFound(DEVICE, at.child("name"), name);
            } else if (volume.getPersistentVolumeClaim() == null && volume.getEphemeral() == null) {
                findings.invalid(DEVICE_SOURCE, at.child("name"), name, "only a claim can be a device");
            }
            findings.requireText(DEVICE, at.child("devicePath"), where);
            if (paths.contains(where)) {
                findings.invalid(DEVICE, at.child("devicePath"), where, "another device has this path");
            }
            if (Paths.hasBackstep(where)) {
                findings.invalid(DEVICE, at.child("devicePath"), where, "must not contain '..' as a step");
            } else {
                paths.add(where);
            }
            if (mounts.containsKey(name)) {
                findings.invalid(DEVICE, at.child("name"), name, "is already mounted in this container");
            }
            if (mounts.containsValue(where)) {
                findings.invalid(DEVICE, at.child("devicePath"), where, "a volume is mounted at this path");
            }
            if (!name.isEmpty()) {
                names.add(name);
            }
        }
    }
}
