package dev.berth.manifest;

import dev.berth.cluster.TargetCluster;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The fabric8 models of a set, each created once and shared by the gate, the rules and the writer. They must not be
 * changed.
 */
public final class SetModels {

    private final ManifestSet set;
    private final TargetCluster cluster;
    private final Map<ManifestFile, List<DeclaredModel>> byFile = new HashMap<>();

    /**
     * An object and its declaration.
     *
     * @param manifest the declaration
     * @param model the object as it is in its file
     */
    public record DeclaredModel(Manifest manifest, HasMetadata model) {}

    SetModels(ManifestSet set, TargetCluster cluster) {
        this.set = set;
        this.cluster = cluster;
        for (ManifestFile file : set.manifestFiles()) {
            byFile.put(
                    file,
                    file.manifests().stream()
                            .map(manifest -> new DeclaredModel(manifest, file.toModel(manifest)))
                            .toList());
        }
        withoutNamespaces(CustomGroups.clusterScoped(all().toList()));
    }

    private Stream<HasMetadata> all() {
        return byFile.values().stream().flatMap(List::stream).map(DeclaredModel::model);
    }

    /** A definition in the set states that its kind is cluster-scoped. */
    private void withoutNamespaces(Set<String> clusterScoped) {
        if (!clusterScoped.isEmpty()) {
            all().filter(model -> clusterScoped.contains(CustomGroups.kind(model)))
                    .forEach(model -> model.getMetadata().setNamespace(null));
        }
    }

    /** The set that declares them. */
    public ManifestSet set() {
        return set;
    }

    /** The cluster that the set is for. */
    public TargetCluster cluster() {
        return cluster;
    }

    /**
     * The objects of a file of the set, in order.
     *
     * @throws NullPointerException if the set does not have the file
     */
    public List<DeclaredModel> of(ManifestFile file) {
        return Objects.requireNonNull(byFile.get(file), () -> "the set has no file " + file.path());
    }
}
