package dev.berth.lint.server;

import dev.berth.catalog.image.ImageCatalog;
import dev.berth.catalog.image.ImageVersion;
import dev.berth.catalog.image.Product;
import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.ContainerEnv;
import dev.berth.lint.rule.ContainerImage;
import dev.berth.lint.rule.ContainerRule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.PodOwner;
import dev.berth.object.TemplatedPod;
import io.fabric8.kubernetes.api.model.Container;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL data directory that is the root of a volume. */
public final class PgdataAtMountRoot extends ContainerRule {

    public PgdataAtMountRoot() {
        super(
                Level.ERROR,
                new Rule("pgdata-at-mount-root", "mkfs", "lost+found at the root of an ext4 file system"),
                "The root of a new file system contains lost+found or has the wrong owner, and initdb refuses to use"
                        + " it.",
                "Set PGDATA to a subdirectory of the mount path, or set subPath on the mount.");
    }

    private static final String VARIABLE = "PGDATA";
    private static final ImageVersion OLDEST = ImageVersion.of("0");

    @Override
    protected void check(ObjectSet set, PodOwner workload, TemplatedPod.Place place, LintReport report) {
        String directory = ContainerPaths.normal(dataDirectory(set, workload, place));
        if (directory.isEmpty()) {
            return;
        }
        for (MountedVolume mount : MountedVolume.all(workload, place)) {
            if (mount.path().equals(directory)
                    && !mount.hasSubPath()
                    && mount.isClaim()
                    && !ClaimFileSystem.isDirectory(set, mount)) {
                (ClaimFileSystem.isFormatted(set, mount) ? report : report.at(Level.WARNING))
                        .invalid(
                                this,
                                workload.object(),
                                mount.field() + ".mountPath",
                                "The data directory " + directory + " is the root of volume \"" + mount.volume()
                                        + "\".");
            }
        }
    }

    private static @Nullable String dataDirectory(ObjectSet set, PodOwner workload, TemplatedPod.Place place) {
        Container container = place.container();
        if (container.getVolumeMounts() == null || container.getVolumeMounts().isEmpty()) {
            return null;
        }
        ContainerEnv env = ContainerEnv.of(set, workload, container);
        if (env.maySet(VARIABLE)) {
            return env.value(VARIABLE).orElse(null);
        }
        return place.init() ? null : ofImage(set, container).orElse(null);
    }

    /**
     * Returns the data directory of the image. A tag such as {@code latest} has no version; no tag at all counts as the
     * oldest version.
     */
    private static Optional<String> ofImage(ObjectSet set, Container container) {
        return ContainerImage.of(set, container).map(ContainerImage::reference).flatMap(reference -> ImageCatalog.find(
                        reference)
                .filter(known -> known.product() == Product.POSTGRESQL && known.needsEmptyDataDirectory())
                .flatMap(known -> reference
                        .tag()
                        .map(known::version)
                        .orElse(Optional.of(OLDEST))
                        .map(version -> known.layout(version).dataDirectory(version))));
    }
}
