package dev.berth.lint.server;

import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import io.fabric8.kubernetes.api.model.SecurityContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A server with a read-only root file system that writes to paths without a volume. */
public final class ReadOnlyRoot extends ServerRule {

    public ReadOnlyRoot() {
        super(
                Level.WARNING,
                new Rule("read-only-root-written", "ReadonlyRootfs", "pkg/kubelet/kuberuntime/security_context.go"),
                "Writing there fails with \"Read-only file system\", and the server ends.",
                "Mount a volume at each of these paths, such as an emptyDir.");
    }

    @Override
    void check(ObjectSet set, Server server, LintReport report) {
        SecurityContext context = server.container().getSecurityContext();
        if (context == null || !Boolean.TRUE.equals(context.getReadOnlyRootFilesystem())) {
            return;
        }
        List<String> missing = missing(set, server);
        if (!missing.isEmpty()) {
            report.invalid(
                    this,
                    server.workload().object(),
                    server.place().path() + ".securityContext.readOnlyRootFilesystem",
                    "The root file system is read-only, but " + server.label() + " writes to "
                            + String.join(" and ", missing) + ", where no volume is mounted.",
                    "Mount an emptyDir at " + String.join(" and ", missing) + ".");
        }
    }

    /** A volume that the image declares is writable: the container runtime mounts a directory of the node there. */
    private static List<String> missing(ObjectSet set, Server server) {
        if (!server.runsServer()) {
            return List.of();
        }
        List<MountedVolume> mounts = MountedVolume.all(server.workload(), server.place());
        List<String> volumes = server.version()
                .map(version -> server.image().layout(version).volumes())
                .orElse(server.image().layouts().get(0).volumes());
        Optional<String> data = ServerData.of(set, server).stream()
                .filter(one -> !one.isPart())
                .map(ServerData::path)
                .findFirst();
        List<String> written = new ArrayList<>(server.image().writablePaths());
        data.ifPresent(written::add);
        return written.stream()
                .filter(path -> mounts.stream()
                                .noneMatch(mount -> ContainerPaths.contains(mount.path(), ContainerPaths.normal(path)))
                        && volumes.stream().noneMatch(volume -> ContainerPaths.contains(volume, path)))
                .distinct()
                .toList();
    }
}
