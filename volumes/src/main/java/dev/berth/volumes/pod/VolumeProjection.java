package dev.berth.volumes.pod;

import dev.berth.config.ConfigMapSource;
import dev.berth.config.SecretSource;
import dev.berth.object.ExistingObject;
import dev.berth.selector.LabelSelectorRequirement;
import java.util.List;
import java.util.Optional;

/** A source of the files in a {@link ProjectedVolume}. */
public abstract sealed class VolumeProjection
        permits ConfigMapProjection,
                SecretProjection,
                DownwardApiProjection,
                ServiceAccountTokenProjection,
                ClusterTrustBundleProjection,
                PodCertificateProjection {

    VolumeProjection() {}

    /**
     * Returns the files of a ConfigMap. Defaults to all keys.
     *
     * @throws dev.berth.value.InvalidValueException if the ConfigMap does not have one of the keys
     */
    public static ConfigMapProjection configMap(ConfigMapSource configMap, KeyToPath... items) {
        return new ConfigMapProjection(configMap, List.of(items), false);
    }

    /**
     * Returns the files of a Secret. Defaults to all keys.
     *
     * @throws dev.berth.value.InvalidValueException if the Secret does not have one of the keys
     */
    public static SecretProjection secret(SecretSource secret, KeyToPath... items) {
        return new SecretProjection(secret, List.of(items), false);
    }

    /** Returns files with fields of the pod (the downward API). */
    public static VolumeProjection downwardApi(DownwardApiFile first, DownwardApiFile... more) {
        return new DownwardApiProjection(first, more);
    }

    /**
     * Returns a token that authenticates the service account of the pod. The kubelet renews it before it expires.
     *
     * @throws dev.berth.value.InvalidValueException if the path is not valid for a file in a volume
     */
    public static ServiceAccountTokenProjection serviceAccountToken(String path) {
        return new ServiceAccountTokenProjection(path, Optional.empty(), Optional.empty());
    }

    /**
     * Returns a PEM file with the trust anchors of one ClusterTrustBundle of the cluster. ClusterTrustBundles exist
     * only if their feature gate is on.
     *
     * @throws dev.berth.value.InvalidValueException if the path is not valid for a file in a volume
     */
    public static ClusterTrustBundleProjection existingClusterTrustBundle(String name, String path) {
        return ClusterTrustBundleProjection.named(name, path);
    }

    /**
     * Returns a PEM file with the trust anchors of all ClusterTrustBundles of a signer whose labels match all
     * conditions.
     *
     * @throws dev.berth.value.InvalidValueException if the name of the signer does not have the form
     *     {@code example.com/my-signer}, or the path is not valid for a file in a volume
     */
    public static ClusterTrustBundleProjection clusterTrustBundles(
            String signerName, String path, LabelSelectorRequirement... conditions) {
        return ClusterTrustBundleProjection.ofSigner(signerName, path, List.of(conditions));
    }

    /**
     * Returns a PEM file with a key that the kubelet generates and the certificate that a signer issues for it. Pod
     * certificates exist only if the feature gate {@code PodCertificateRequest} is on.
     *
     * @throws dev.berth.value.InvalidValueException if the name of the signer does not have the form
     *     {@code example.com/my-signer}, or the path is not valid for a file in a volume
     */
    public static PodCertificateProjection podCertificate(
            String signerName, PodCertificateProjection.KeyType keyType, String path) {
        return new PodCertificateProjection(signerName, keyType, path, Optional.empty());
    }

    abstract io.fabric8.kubernetes.api.model.VolumeProjection toModel();

    /** Adds the files whose paths are known; the keys of an existing object are not. */
    abstract void addFilesTo(FilePaths files);

    Optional<ExistingObject> outside() {
        return Optional.empty();
    }
}
