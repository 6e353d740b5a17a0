package dev.berth.volumes.pod;

import dev.berth.object.ExistingObject;
import dev.berth.workload.LabelMatch;
import io.fabric8.kubernetes.api.model.ClusterTrustBundleProjection;
import io.fabric8.kubernetes.api.model.ClusterTrustBundleProjectionBuilder;
import io.fabric8.kubernetes.api.model.VolumeProjection;
import io.fabric8.kubernetes.api.model.VolumeProjectionBuilder;
import java.util.List;
import java.util.Optional;

/**
 * Trust anchors of the cluster in a {@link ProjectedVolume}; made by {@link Projection#existingClusterTrustBundle} and
 * {@link Projection#clusterTrustBundles}.
 */
public final class ClusterTrustBundle extends Projection {

    private final ClusterTrustBundleProjection model;

    private ClusterTrustBundle(ClusterTrustBundleProjection model) {
        this.model = model;
    }

    static ClusterTrustBundle named(String name, String path) {
        return new ClusterTrustBundle(at(path).withName(name).build());
    }

    static ClusterTrustBundle ofSigner(String signerName, String path, List<LabelMatch> conditions) {
        return new ClusterTrustBundle(
                at(path).withSignerName(SignerName.require("ClusterTrustBundle signerName", signerName))
                        // An empty selector takes every bundle of the signer, an absent one takes none.
                        .withNewLabelSelector()
                        .withMatchExpressions(
                                conditions.stream().map(LabelMatch::toModel).toList())
                        .endLabelSelector()
                        .build());
    }

    private static ClusterTrustBundleProjectionBuilder at(String path) {
        return new ClusterTrustBundleProjectionBuilder().withPath(FilePaths.require("ClusterTrustBundle path", path));
    }

    /** The same, where the pod also starts without such a bundle. It waits for one unless said. */
    public ClusterTrustBundle optional() {
        return new ClusterTrustBundle(model.toBuilder().withOptional(true).build());
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
    VolumeProjection toModel() {
        return new VolumeProjectionBuilder()
                .withClusterTrustBundle(model.toBuilder().build())
                .build();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ClusterTrustBundle that && model.equals(that.model);
    }

    @Override
    public int hashCode() {
        return model.hashCode();
    }

    @Override
    public String toString() {
        return "ClusterTrustBundle{" + model.getPath() + "}";
    }
}
