package dev.berth.volumes.pod;

import dev.berth.config.ConfigMapSource;
import dev.berth.config.SecretSource;
import dev.berth.object.ExistingObject;
import dev.berth.selector.LabelSelectorRequirement;
import java.util.List;
import java.util.Optional;

/** One of the sources whose files a {@link ProjectedVolume} puts into one directory. */
public abstract sealed class VolumeProjection
        permits ConfigMapProjection,
                SecretProjection,
                DownwardApiProjection,
                ServiceAccountTokenProjection,
                ClusterTrustBundleProjection,
                PodCertificateProjection {

    VolumeProjection() {}

    /**
     * A ConfigMap: these of its keys, or all of them where none is given.
     *
     * @throws dev.berth.value.InvalidValueException when the ConfigMap has no such key
     */
    public static ConfigMapProjection configMap(ConfigMapSource configMap, KeyToPath... items) {
        return new ConfigMapProjection(configMap, List.of(items), false);
    }

    /**
     * A Secret: these of its keys, or all of them where none is given.
     *
     * @throws dev.berth.value.InvalidValueException when the Secret has no such key
     */
    public static SecretProjection secret(SecretSource secret, KeyToPath... items) {
        return new SecretProjection(secret, List.of(items), false);
    }

    /** What the pod knows of itself (the downward API). */
    public static VolumeProjection downwardApi(DownwardApiFile first, DownwardApiFile... more) {
        return new DownwardApiProjection(first, more);
    }

    /**
     * A token by which others know the pod's service account. The kubelet renews it before it expires.
     *
     * @throws dev.berth.value.InvalidValueException when the path is none of a file in a volume
     */
    public static ServiceAccountTokenProjection serviceAccountToken(String path) {
        return new ServiceAccountTokenProjection(path, Optional.empty(), Optional.empty());
    }

    /**
     * The trust anchors of one ClusterTrustBundle of the cluster, as PEM. Clusters have ClusterTrustBundles only where
     * their feature gate is on.
     *
     * @throws dev.berth.value.InvalidValueException when the path is none of a file in a volume
     */
    public static ClusterTrustBundleProjection existingClusterTrustBundle(String name, String path) {
        return ClusterTrustBundleProjection.named(name, path);
    }

    /**
     * The trust anchors of all ClusterTrustBundles of a signer whose labels meet all conditions, as one PEM file.
     *
     * @throws dev.berth.value.InvalidValueException when the signer has no name such as {@code example.com/my-signer}, or
     *     the path is none of a file in a volume
     */
    public static ClusterTrustBundleProjection clusterTrustBundles(
            String signerName, String path, LabelSelectorRequirement... conditions) {
        return ClusterTrustBundleProjection.ofSigner(signerName, path, List.of(conditions));
    }

    /**
     * A key that the kubelet makes and a certificate that a signer gives for it, both in one PEM file. Pods have
     * certificates only where the cluster's feature gate {@code PodCertificateRequest} is on.
     *
     * @throws dev.berth.value.InvalidValueException when the signer has no name such as {@code example.com/my-signer}, or
     *     the path is none of a file in a volume
     */
    public static PodCertificateProjection podCertificate(
            String signerName, PodCertificateProjection.KeyType keyType, String path) {
        return new PodCertificateProjection(signerName, keyType, path, Optional.empty());
    }

    abstract io.fabric8.kubernetes.api.model.VolumeProjection toModel();

    /** Adds the files that are known beforehand: those of an existing object without items are not. */
    abstract void addFilesTo(FilePaths files);

    Optional<ExistingObject> outside() {
        return Optional.empty();
    }
}
