package dev.berth.workload;

import dev.berth.value.ContainerPath;
import dev.berth.value.InvalidValueException;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.VolumeMountBuilder;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/** A volume mounted at a path of a container. Create it with {@link Mountable#at(String)}. */
public final class Mount {

    private final Mountable source;
    private final ContainerPath path;
    private final Optional<String> subPath;
    private final boolean readOnly;
    private final Optional<MountPropagation> propagation;

    private Mount(
            Mountable source,
            ContainerPath path,
            Optional<String> subPath,
            boolean readOnly,
            Optional<MountPropagation> propagation) {
        this.source = source;
        this.path = path;
        this.subPath = subPath;
        this.readOnly = readOnly;
        this.propagation = propagation;
    }

    static Mount of(Mountable source, String path) {
        return new Mount(source, ContainerPath.of(path), Optional.empty(), false, Optional.empty());
    }

    /**
     * Returns a copy that the container cannot write to. By default, it can write if the type of the volume allows it.
     */
    public Mount readOnly() {
        return new Mount(source, path, subPath, true, propagation);
    }

    /**
     * Returns a copy that mounts one file or directory of the volume. If the volume is a ConfigMap or a Secret, such a
     * file does not follow later changes of the object.
     *
     * @throws InvalidValueException if the path is absolute or leaves the volume; Kubernetes 1.36,
     *     {@code ValidateVolumeMounts}
     */
    public Mount subPath(String relative) {
        if (relative.isEmpty()
                || relative.startsWith("/")
                || Arrays.asList(relative.split("/", -1)).contains("..")) {
            throw InvalidValueException.of("Mount subPath", relative, "must be relative and without '..'");
        }
        return new Mount(source, path, Optional.of(relative), readOnly, propagation);
    }

    /** Returns a copy with this mount propagation. By default, mounts are not propagated. */
    public Mount mountPropagation(MountPropagation direction) {
        return new Mount(source, path, subPath, readOnly, Optional.of(direction));
    }

    /** What is mounted. */
    public Mountable source() {
        return source;
    }

    /** Where it is mounted. */
    public ContainerPath path() {
        return path;
    }

    /** Kubernetes 1.36, {@code ValidateVolumeMounts}: what the container mounts is seen on the node. */
    boolean needsPrivileges() {
        return propagation.filter(MountPropagation.BIDIRECTIONAL::equals).isPresent();
    }

    VolumeMount toModel() {
        return new VolumeMountBuilder()
                .withName(source.name())
                .withMountPath(path.toString())
                .withSubPath(subPath.orElse(null))
                .withReadOnly(readOnly ? Boolean.TRUE : null)
                .withMountPropagation(propagation.map(MountPropagation::value).orElse(null))
                .build();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Mount that
                && source.equals(that.source)
                && path.equals(that.path)
                && subPath.equals(that.subPath)
                && readOnly == that.readOnly
                && propagation.equals(that.propagation);
    }

    @Override
    public int hashCode() {
        return Objects.hash(source, path, subPath, readOnly, propagation);
    }

    @Override
    public String toString() {
        return "Mount{" + source.name() + " at " + path + "}";
    }
}
