package dev.berth.lint.server;

import dev.berth.catalog.image.ImageVersion;
import dev.berth.catalog.image.Product;
import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import java.util.Optional;

/**
 * A data directory that is the root of a volume, for a server that starts only if the directory has no other files. For
 * PostgreSQL, {@code pgdata-at-mount-root} reports the same.
 */
public final class DataAtMountRoot extends ServerRule {

    public DataAtMountRoot() {
        super(
                Level.WARNING,
                new Rule("data-at-mount-root", "mkfs", "lost+found at the root of an ext4 file system"),
                "If the volume has an ext4 file system, its root contains lost+found, and the server refuses to start in"
                        + " such a directory.",
                "Give the mount a subPath, or make the server use a directory below the mount.");
    }

    @Override
    void check(ObjectSet set, Server server, LintReport report) {
        Optional<ImageVersion> version = server.version();
        if (version.isEmpty()
                || server.image().product() == Product.POSTGRESQL
                || !server.image().refusesLostAndFound(version.get())) {
            return;
        }
        for (ServerData data : ServerData.of(set, server)) {
            for (MountedVolume mount : MountedVolume.all(server.workload(), server.place())) {
                if (mount.path().equals(data.path())
                        && mount.isClaim()
                        && !mount.hasSubPath()
                        && !ClaimFileSystem.isDirectory(set, mount)) {
                    report.invalid(
                            this,
                            server.workload().object(),
                            mount.field() + ".mountPath",
                            "The data directory " + data.path() + " of " + server.label() + " is the root of volume \""
                                    + mount.volume() + "\".");
                }
            }
        }
    }
}
