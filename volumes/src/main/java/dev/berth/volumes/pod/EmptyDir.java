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
 * An empty directory that is made with the pod and deleted with it. It outlives a restart of a container, and no more:
 * when the pod is deleted, evicted or placed elsewhere, its data is gone.
 *
 * <pre>{@code
 * var cache = EmptyDir.named("cache-volume").sizeLimit(mebi(100)).build();
 * container.addMount(cache.at("/cache"));
 * }</pre>
 */
@Value.Immutable
@Dsl
public abstract class EmptyDir extends Volume {

    EmptyDir() {}

    /**
     * Starts an empty directory.
     *
     * @throws dev.berth.value.InvalidValueException when the name is no DNS label; Kubernetes 1.36,
     *     {@code ValidateVolumes}
     */
    public static EmptyDirBuildStages.BuildFinal named(String name) {
        return EmptyDirBuildStages.start().name(NameFormat.DNS_LABEL.require("EmptyDir name", name));
    }

    /**
     * How much it may hold: a pod that writes more is evicted. Unless given, it may hold as much as the node, or in memory
     * as much as the pod's containers may use.
     */
    public abstract Optional<Bytes> sizeLimit();

    /** Where it lies; on the node's disk unless given. */
    public abstract Optional<Medium> medium();

    /** Where an empty directory lies. Source: Kubernetes 1.36, {@code pkg/volume/emptydir/empty_dir.go}. */
    public static final class Medium {

        private final String value;

        private Medium(String value) {
            this.value = value;
        }

        /** In memory (tmpfs): fast, gone when the node restarts, and what it holds counts as the containers' memory. */
        public static Medium memory() {
            return new Medium("Memory");
        }

        /** In huge pages, of the one size that the pod requests. */
        public static Medium hugePages() {
            return new Medium("HugePages");
        }

        /** In huge pages of this size, for a pod that requests several sizes. */
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

        /** The medium as the API takes it. */
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
