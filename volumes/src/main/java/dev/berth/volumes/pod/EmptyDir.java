package dev.berth.volumes.pod;

import dev.berth.manifest.Dsl;
import dev.berth.value.Bytes;
import dev.berth.value.NameFormat;
import dev.berth.workload.Volume;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A directory that is created empty with the pod and deleted with it. Its data survives the restart of a container, but
 * not the deletion or eviction of the pod.
 *
 * <pre>{@code
 * var cache = EmptyDir.named("cache-volume").sizeLimit(mebi(100)).build();
 * }</pre>
 */
@Value.Immutable
@Dsl
public abstract class EmptyDir extends Volume implements ExtensibleEmptyDir {

    EmptyDir() {}

    /**
     * Returns a builder for an empty directory.
     *
     * @throws dev.berth.value.InvalidValueException if the name is not a valid DNS label; Kubernetes 1.36,
     *     {@code ValidateVolumes}
     */
    public static EmptyDirBuildStages.BuildFinal named(String name) {
        return EmptyDirBuildStages.start().name(NameFormat.DNS_LABEL.require("EmptyDir name", name));
    }

    /**
     * The maximum size; the kubelet evicts a pod that writes more. Defaults to the capacity of the node, or, in memory,
     * to the memory limits of the pod's containers.
     */
    public abstract Optional<Bytes> sizeLimit();

    /** The storage medium. Defaults to the disk of the node. */
    public abstract Optional<Medium> medium();

    /** The storage medium of an empty directory. Source: Kubernetes 1.36, {@code pkg/volume/emptydir/empty_dir.go}. */
    public static final class Medium {

        private final String value;

        private Medium(String value) {
            this.value = value;
        }

        /**
         * Returns memory (tmpfs): fast, but lost when the node restarts. The files count against the memory limits of
         * the containers.
         */
        public static Medium memory() {
            return new Medium("Memory");
        }

        /** Returns huge pages of the only size that the pod requests. */
        public static Medium hugePages() {
            return new Medium("HugePages");
        }

        /** Returns huge pages of this size, for a pod that requests several sizes. */
        public static Medium hugePages(Bytes pageSize) {
            return new Medium("HugePages-" + pageSize);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Medium that && value.equals(that.value);
        }

        @Override
        public int hashCode() {
            return value.hashCode();
        }

        /** Returns the medium as it is written in YAML. */
        @Override
        public String toString() {
            return value;
        }
    }

    @Override
    public io.fabric8.kubernetes.api.model.Volume toModel() {
        return new VolumeBuilder()
                .withName(name())
                .withNewEmptyDir()
                .withMedium(medium().map(Medium::toString).orElse(null))
                .withSizeLimit(
                        sizeLimit().map(limit -> new Quantity(limit.toString())).orElse(null))
                .endEmptyDir()
                .build();
    }
}
