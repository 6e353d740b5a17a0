package dev.berth.lint.server;

import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.PodOwner;
import dev.berth.object.TemplatedPod;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimSpec;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A volume that is mounted into a container.
 *
 * @param workload the workload of the container
 * @param field the field path of the mount
 * @param mount the mount
 * @param path its mount path, without a slash at the end
 */
record MountedVolume(PodOwner workload, String field, VolumeMount mount, String path) {

    /** Returns the mounts of a container, in order. */
    static List<MountedVolume> all(PodOwner workload, TemplatedPod.Place place) {
        List<MountedVolume> all = new ArrayList<>();
        List<VolumeMount> mounts = PodOwner.orEmpty(place.container().getVolumeMounts());
        for (int i = 0; i < mounts.size(); i++) {
            VolumeMount mount = mounts.get(i);
            if (mount != null && mount.getMountPath() != null && mount.getName() != null) {
                String field = place.path() + ".volumeMounts[" + i + "]";
                all.add(new MountedVolume(workload, field, mount, ContainerPaths.normal(mount.getMountPath())));
            }
        }
        return all;
    }

    /** Returns whether a server can write to a claim. */
    static boolean hasWritableClaim(Server server) {
        for (MountedVolume mount : all(server.workload(), server.place())) {
            if (mount.isClaim() && !mount.isReadOnly()) {
                return true;
            }
        }
        return false;
    }

    String volume() {
        return mount.getName();
    }

    boolean isReadOnly() {
        return Boolean.TRUE.equals(mount.getReadOnly());
    }

    /** Whether a directory of the volume is mounted, not its root. */
    boolean hasSubPath() {
        return (mount.getSubPath() != null && !mount.getSubPath().isEmpty())
                || (mount.getSubPathExpr() != null && !mount.getSubPathExpr().isEmpty());
    }

    /** Whether the volume is a claim, or a claim template creates it. */
    boolean isClaim() {
        return workload.hasClaimTemplate(volume())
                || workload.volume(volume())
                        .filter(place -> place.volume().getPersistentVolumeClaim() != null
                                || place.volume().getEphemeral() != null)
                        .isPresent();
    }

    /** Whether the files come from a ConfigMap, a Secret or the API, which are read-only. */
    boolean isConfiguration() {
        return workload.volume(volume())
                .map(place -> place.volume())
                .filter(volume ->
                        volume.getConfigMap() != null || volume.getSecret() != null || volume.getProjected() != null)
                .isPresent();
    }

    /** The claim of the volume, if the set declares it: a claim template or a claim. */
    Optional<PersistentVolumeClaimSpec> claim(ObjectSet set) {
        for (PersistentVolumeClaim template : workload.claimTemplates()) {
            if (template.getMetadata() != null
                    && volume().equals(template.getMetadata().getName())) {
                return Optional.ofNullable(template.getSpec());
            }
        }
        return workload.volume(volume())
                .map(place -> place.volume().getPersistentVolumeClaim())
                .flatMap(source -> set.find(
                        PersistentVolumeClaim.class, workload.object(), workload.namespace(), source.getClaimName()))
                .map(PersistentVolumeClaim::getSpec);
    }
}
