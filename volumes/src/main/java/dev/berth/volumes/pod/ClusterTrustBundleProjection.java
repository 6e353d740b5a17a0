package dev.berth.volumes.pod;

import dev.berth.object.ExistingObject;
import dev.berth.selector.LabelSelectorRequirement;
import io.fabric8.kubernetes.api.model.ClusterTrustBundleProjectionBuilder;
import io.fabric8.kubernetes.api.model.VolumeProjectionBuilder;
import java.util.List;
import java.util.Optional;

/**
 * Trust anchors of the cluster in a {@link ProjectedVolume}; created by
 * {@link VolumeProjection#existingClusterTrustBundle} and {@link VolumeProjection#clusterTrustBundles}.
 */
public final class ClusterTrustBundleProjection extends VolumeProjection {

    private final io.fabric8.kubernetes.api.model.ClusterTrustBundleProjection model;

    private ClusterTrustBundleProjection(io.fabric8.kubernetes.api.model.ClusterTrustBundleProjection model) {
        this.model = model;
    }

    static ClusterTrustBundleProjection named(String name, String path) {
        return new ClusterTrustBundleProjection(at(path).withName(name).build());
    }

    static ClusterTrustBundleProjection ofSigner(
            String signerName, String path, List<LabelSelectorRequirement> conditions) {
        return new ClusterTrustBundleProjection(
                at(path).withSignerName(SignerName.require("ClusterTrustBundleProjection signerName", signerName))
                        // An empty selector selects every bundle of the signer; an absent one selects none.
                        .withNewLabelSelector()
                        .withMatchExpressions(conditions.stream()
                                .map(LabelSelectorRequirement::toModel)
                                .toList())
                        .endLabelSelector()
                        .build());
    }

    private static ClusterTrustBundleProjectionBuilder at(String path) {
        return new ClusterTrustBundleProjectionBuilder()
                .withPath(FilePaths.require("ClusterTrustBundleProjection path", path));
    }

    /** Returns a copy that does not require a bundle. By default, the pod waits for one. */
    public ClusterTrustBundleProjection optional() {
        return new ClusterTrustBundleProjection(
                model.toBuilder().withOptional(true).build());
    }

    @Override
    void addFilesTo(FilePaths files) {
        files.add(model.getPath(), "the ClusterTrustBundle");
    }

    @Override
    Optional<ExistingObject> outside() {
        return Optional.ofNullable(model.getName()).map(name -> new ExistingObject("ClusterTrustBundle", name));
    }

    @Override
    io.fabric8.kubernetes.api.model.VolumeProjection toModel() {
        return new VolumeProjectionBuilder()
                .withClusterTrustBundle(model.toBuilder().build())
                .build();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ClusterTrustBundleProjection that && model.equals(that.model);
    }

    @Override
    public int hashCode() {
        return model.hashCode();
    }

    @Override
    public String toString() {
        return "ClusterTrustBundleProjection{" + model.getPath() + "}";
    }
}
