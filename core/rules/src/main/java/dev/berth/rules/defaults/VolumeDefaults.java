package dev.berth.rules.defaults;

import dev.berth.rules.Zero;
import io.fabric8.kubernetes.api.model.DownwardAPIVolumeFile;
import io.fabric8.kubernetes.api.model.EmptyDirVolumeSource;
import io.fabric8.kubernetes.api.model.ProjectedVolumeSource;
import io.fabric8.kubernetes.api.model.ServiceAccountTokenProjection;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeProjection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code SetDefaults_Volume} and the functions for volume sources in {@code pkg/apis/core/v1/defaults.go}. */
final class VolumeDefaults {
    private static final int MODE = 0644;
    private static final long TOKEN_SECONDS = 3600;

    private VolumeDefaults() {}

    static void volume(Volume volume) {
        if (!hasSource(volume)) {
            volume.setEmptyDir(new EmptyDirVolumeSource());
        }
        if (volume.getSecret() != null && volume.getSecret().getDefaultMode() == null) {
            volume.getSecret().setDefaultMode(MODE);
        }
        if (volume.getConfigMap() != null && volume.getConfigMap().getDefaultMode() == null) {
            volume.getConfigMap().setDefaultMode(MODE);
        }
        if (volume.getDownwardAPI() != null) {
            if (volume.getDownwardAPI().getDefaultMode() == null) {
                volume.getDownwardAPI().setDefaultMode(MODE);
            }
            fieldRefs(volume.getDownwardAPI().getItems());
        }
        if (volume.getHostPath() != null && volume.getHostPath().getType() == null) {
            volume.getHostPath().setType("");
        }
        if (volume.getImage() != null && Zero.isEmpty(volume.getImage().getPullPolicy())) {
            String reference = Zero.text(volume.getImage().getReference());
            volume.getImage().setPullPolicy(ContainerDefaults.pullPolicy(reference));
        }
        if (volume.getEphemeral() != null && volume.getEphemeral().getVolumeClaimTemplate() != null) {
            StorageDefaults.claimSpec(
                    volume.getEphemeral().getVolumeClaimTemplate().getSpec());
        }
        StorageDefaults.azureDisk(volume.getAzureDisk());
        projected(volume.getProjected());
    }

    private static void projected(@Nullable ProjectedVolumeSource projected) {
        if (projected == null) {
            return;
        }
        if (projected.getDefaultMode() == null) {
            projected.setDefaultMode(MODE);
        }
        for (VolumeProjection source : Zero.list(projected.getSources())) {
            ServiceAccountTokenProjection token = source.getServiceAccountToken();
            if (token != null && token.getExpirationSeconds() == null) {
                token.setExpirationSeconds(TOKEN_SECONDS);
            }
            if (source.getDownwardAPI() != null) {
                fieldRefs(source.getDownwardAPI().getItems());
            }
            dropGated(source);
        }
    }

    /** These are dropped, because the feature gates ClusterTrustBundleProjection and PodCertificateRequest are off. */
    private static void dropGated(VolumeProjection source) {
        source.setClusterTrustBundle(null);
        source.setPodCertificate(null);
    }

    private static void fieldRefs(@Nullable List<DownwardAPIVolumeFile> files) {
        Zero.list(files).forEach(file -> ContainerDefaults.fieldRef(file.getFieldRef()));
    }

    private static boolean hasSource(Volume volume) {
        return Stream.of(
                        volume.getAwsElasticBlockStore(),
                        volume.getAzureDisk(),
                        volume.getAzureFile(),
                        volume.getCephfs(),
                        volume.getCinder(),
                        volume.getConfigMap(),
                        volume.getCsi(),
                        volume.getDownwardAPI(),
                        volume.getEmptyDir(),
                        volume.getEphemeral(),
                        volume.getFc(),
                        volume.getFlexVolume(),
                        volume.getFlocker(),
                        volume.getGcePersistentDisk(),
                        volume.getGitRepo(),
                        volume.getGlusterfs(),
                        volume.getHostPath(),
                        volume.getImage(),
                        volume.getIscsi(),
                        volume.getNfs(),
                        volume.getPersistentVolumeClaim(),
                        volume.getPhotonPersistentDisk(),
                        volume.getPortworxVolume(),
                        volume.getProjected(),
                        volume.getQuobyte(),
                        volume.getRbd(),
                        volume.getScaleIO(),
                        volume.getSecret(),
                        volume.getStorageos(),
                        volume.getVsphereVolume())
                .anyMatch(Objects::nonNull);
    }
}
