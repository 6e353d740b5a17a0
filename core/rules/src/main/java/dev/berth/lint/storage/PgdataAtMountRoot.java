package dev.berth.lint.storage;

import dev.berth.catalog.image.ImageCatalog;
import dev.berth.catalog.image.ImageReference;
import dev.berth.catalog.image.ImageVersion;
import dev.berth.catalog.image.Product;
import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.PodOwner;
import dev.berth.lint.rule.SetRule;
import dev.berth.object.TemplatedPod;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL data directory that is the root of a volume. */
public final class PgdataAtMountRoot extends SetRule {

    public PgdataAtMountRoot() {
        super(
                Level.ERROR,
                new Rule("pgdata-at-mount-root", "mkfs", "lost+found at the root of an ext4 file system"),
                "A new file system is not empty (lost+found), or has the wrong owner, and initdb refuses such a"
                        + " directory.",
                "Set PGDATA to a directory below the mount, or give the mount a subPath.");
    }

    private static final ImageVersion OLDEST = ImageVersion.of("0");

    @Override
    public void check(ObjectSet set, LintReport report) {
        for (PodOwner workload : set.workloads()) {
            for (TemplatedPod.Place place : workload.pod().containers()) {
                String directory = DataDirectory.normal(dataDirectory(place));
                List<VolumeMount> mounts = PodOwner.orEmpty(place.container().getVolumeMounts());
                for (int i = 0; i < mounts.size() && !directory.isEmpty(); i++) {
                    VolumeMount mount = mounts.get(i);
                    if (mount != null
                            && DataDirectory.normal(mount.getMountPath()).equals(directory)
                            && isRoot(mount)
                            && isDisk(workload, mount)) {
                        report.invalid(
                                this,
                                workload.object(),
                                place.path() + ".volumeMounts[" + i + "].mountPath",
                                "The data directory " + directory + " is the root of volume \"" + mount.getName()
                                        + "\".");
                    }
                }
            }
        }
    }

    private static @Nullable String dataDirectory(TemplatedPod.Place place) {
        Container container = place.container();
        for (EnvVar variable : PodOwner.orEmpty(container.getEnv())) {
            if (variable != null && "PGDATA".equals(variable.getName())) {
                return variable.getValue();
            }
        }
        return place.init() ? null : ofImage(container.getImage()).orElse(null);
    }

    /**
     * Returns the data directory of the image. A tag such as {@code latest} has no version; no tag at all counts as the
     * oldest version.
     */
    private static Optional<String> ofImage(@Nullable String image) {
        return Optional.ofNullable(image).flatMap(ImageReference::parse).flatMap(reference -> ImageCatalog.find(
                        reference)
                .filter(known -> known.product() == Product.POSTGRESQL && known.needsEmptyDataDirectory())
                .flatMap(known -> reference
                        .tag()
                        .map(known::version)
                        .orElse(Optional.of(OLDEST))
                        .map(version -> known.layout(version).dataDirectory(version))));
    }

    private static boolean isRoot(VolumeMount mount) {
        return (mount.getSubPath() == null || mount.getSubPath().isEmpty())
                && (mount.getSubPathExpr() == null || mount.getSubPathExpr().isEmpty());
    }

    private static boolean isDisk(PodOwner workload, VolumeMount mount) {
        return workload.hasClaimTemplate(mount.getName())
                || workload.volume(mount.getName())
                        .filter(place -> place.volume().getPersistentVolumeClaim() != null
                                || place.volume().getEphemeral() != null)
                        .isPresent();
    }
}
