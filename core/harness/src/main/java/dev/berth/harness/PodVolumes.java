package dev.berth.harness;

import static java.util.Objects.requireNonNull;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The volumes of a pod as directories, with the owners and permissions that the kubelet gives them. */
final class PodVolumes {

    private final RenderedObjects objects;
    private final PodSpec pod;
    private final Path directory;
    private final Path claims;
    private final long group;
    private final Map<String, Path> volumes = new HashMap<>();

    /**
     * Creates the volumes.
     *
     * @param directory where those are that are deleted with the pod
     * @param claims where those are that outlive it
     */
    PodVolumes(
            RenderedObjects objects,
            PodSpec pod,
            List<PersistentVolumeClaim> templates,
            String podName,
            Path directory,
            Path claims) {
        this.objects = objects;
        this.pod = pod;
        this.directory = directory;
        this.claims = claims;
        Long fsGroup = pod.getSecurityContext() == null
                ? null
                : pod.getSecurityContext().getFsGroup();
        this.group = fsGroup == null ? 0 : fsGroup;
        templates.forEach(template -> volumes.put(
                template.getMetadata().getName(), claim(template.getMetadata().getName() + "-" + podName)));
        pod.getVolumes().forEach(volume -> volumes.putIfAbsent(volume.getName(), create(volume)));
    }

    private Path create(Volume volume) {
        Path path = directory.resolve("volumes").resolve(volume.getName());
        if (volume.getConfigMap() != null || volume.getSecret() != null) {
            owned(path, "rwxr-xr-x");
            if (!projected(volume, path).update()) {
                throw new AssertionError("volume \"" + volume.getName() + "\": a key that it names does not exist");
            }
            return path;
        }
        if (volume.getEmptyDir() != null) {
            return owned(path, "rwxrwxrwx");
        }
        if (volume.getPersistentVolumeClaim() != null) {
            return claim(volume.getPersistentVolumeClaim().getClaimName());
        }
        throw new AssertionError("volume \"" + volume.getName() + "\": this type does not run here");
    }

    static Map<String, byte[]> values(Secret secret) {
        Map<String, byte[]> values = new HashMap<>();
        if (secret.getStringData() != null) {
            secret.getStringData().forEach((key, text) -> values.put(key, text.getBytes(StandardCharsets.UTF_8)));
        }
        if (secret.getData() != null) {
            secret.getData()
                    .forEach((key, text) -> values.put(key, Base64.getDecoder().decode(text)));
        }
        return values;
    }

    private ProjectedFiles projected(Volume volume, Path path) {
        if (volume.getConfigMap() != null) {
            ConfigMap map = objects.get(ConfigMap.class, volume.getConfigMap().getName());
            Map<String, byte[]> content = new HashMap<>();
            map.getData().forEach((key, text) -> content.put(key, text.getBytes(StandardCharsets.UTF_8)));
            return new ProjectedFiles(
                    path,
                    content,
                    volume.getConfigMap().getItems(),
                    volume.getConfigMap().getDefaultMode(),
                    group);
        }
        Secret secret = objects.get(Secret.class, volume.getSecret().getSecretName());
        return new ProjectedFiles(
                path,
                values(secret),
                volume.getSecret().getItems(),
                volume.getSecret().getDefaultMode(),
                group);
    }

    /** Writes the ConfigMaps and Secrets as they are now, like the kubelet, which does so about once a minute. */
    void update() {
        pod.getVolumes().stream()
                .filter(volume -> volume.getConfigMap() != null || volume.getSecret() != null)
                .forEach(volume -> projected(volume, requireNonNull(volumes.get(volume.getName())))
                        .update());
    }

    /** Where the volume is that the next claim with this name gets. */
    static Path reserved(Path claims, String name) {
        return claims.resolveSibling("reserved-" + name);
    }

    /** A claim keeps its data. A new one has the directory that every new ext4 file system has. */
    private Path claim(String name) {
        Path path = claims.resolve(name);
        Path reserved = reserved(claims, name);
        if (Files.exists(reserved)) {
            rename(reserved, path);
        } else if (!Files.exists(path)) {
            owned(path, "rwxrwxr-x");
            owned(path.resolve("lost+found"), "rwx------");
        }
        return path;
    }

    static void rename(Path from, Path to) {
        try {
            Files.move(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path owned(Path path, String permissions) {
        try {
            Files.createDirectories(path);
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
            Files.setAttribute(path, "unix:gid", Math.toIntExact(group));
            return path;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The mounts of a container. */
    List<BindMount> mounts(List<VolumeMount> mounts) {
        return mounts.stream()
                .map(mount ->
                        new BindMount(source(mount), mount.getMountPath(), Boolean.TRUE.equals(mount.getReadOnly())))
                .toList();
    }

    private Path source(VolumeMount mount) {
        Path volume = volumes.get(mount.getName());
        if (volume == null) {
            throw new AssertionError("the mount \"" + mount.getName() + "\" has no volume");
        }
        return mount.getSubPath() == null ? volume : owned(volume.resolve(mount.getSubPath()), "rwxrwxr-x");
    }
}
