package dev.berth.volumes.pod;

import dev.berth.manifest.Dsl;
import dev.berth.object.ExistingObject;
import dev.berth.value.FileMode;
import dev.berth.value.InvalidValueException;
import dev.berth.value.NameFormat;
import dev.berth.workload.Volume;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/**
 * The files of several sources in one directory. The kubelet updates them when a source changes; they are read-only.
 *
 * <pre>{@code
 * var all = ProjectedVolume.named("projected-volume")
 *         .addSource(VolumeProjection.configMap(config))
 *         .addSource(VolumeProjection.secret(
 *                 secret, KeyToPath.of("api-key").path("keys/api").mode(FileMode.of("0400"))))
 *         .addSource(VolumeProjection.downwardApi(DownwardApiFile.labels("labels")))
 *         .addSource(VolumeProjection.serviceAccountToken("token")
 *                 .audience("vault")
 *                 .expiration(Duration.ofHours(2)))
 *         .addSource(VolumeProjection.clusterTrustBundles(
 *                         "example.com/my-signer", "ca.pem", LabelSelectorRequirement.is("stage", "live"))
 *                 .optional())
 *         .addSource(VolumeProjection.podCertificate(
 *                         "example.com/my-signer", PodCertificateProjection.KeyType.ECDSA_P256, "certificate.pem")
 *                 .maxExpiration(Duration.ofHours(24)))
 *         .build();
 * }</pre>
 */
@Value.Immutable
@Dsl
public abstract class ProjectedVolume extends Volume implements ExtensibleProjectedVolume {

    ProjectedVolume() {}

    /**
     * Returns a builder for a volume.
     *
     * @throws InvalidValueException if the name is not a valid DNS label; Kubernetes 1.36, {@code ValidateVolumes}
     */
    public static ProjectedVolumeBuildStages.BuildFinal named(String name) {
        return ProjectedVolumeBuildStages.start().name(NameFormat.DNS_LABEL.require("ProjectedVolume name", name));
    }

    /**
     * The sources; at least one. Their files must not have the same path, and none may be a directory of another. The
     * API server detects a duplicate path only among listed items; otherwise, the later source silently replaces the
     * earlier one.
     */
    public abstract List<VolumeProjection> sources();

    /** The permissions of the files. Defaults to 0644. */
    public abstract Optional<FileMode> defaultMode();

    @Value.Check
    void check() {
        String what = "ProjectedVolume \"" + name() + "\"";
        if (sources().isEmpty()) {
            throw new InvalidValueException(what + ": sources: Required value: add one with addSource");
        }
        FilePaths files = new FilePaths(what);
        sources().forEach(source -> source.addFilesTo(files));
    }

    @Override
    public Set<ExistingObject> existing() {
        Set<ExistingObject> all = new LinkedHashSet<>();
        sources().forEach(source -> source.outside().ifPresent(all::add));
        return all;
    }

    @Override
    public io.fabric8.kubernetes.api.model.Volume toModel() {
        return new VolumeBuilder()
                .withName(name())
                .withNewProjected()
                .withSources(sources().stream().map(VolumeProjection::toModel).toList())
                .withDefaultMode(defaultMode().map(FileMode::bits).orElse(null))
                .endProjected()
                .build();
    }
}
