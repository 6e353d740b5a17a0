package dev.berth.lint.server;

import dev.berth.catalog.image.ServerTrait;
import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.SetRule;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.ArrayList;
import java.util.List;

/**
 * A family of rules: a server with a claim that keeps its data elsewhere. It stays silent where an {@code emptyDir} or any
 * other volume is mounted at the data directory, because then someone decided where the data goes.
 */
public final class DataOutsideClaim extends SetRule {

    private static final String FILE = "pkg/cri/opts/spec_linux.go of containerd";

    private final DataFate fate;

    private DataOutsideClaim(DataFate fate, Level level, Rule rule, String consequence, String remedy) {
        super(level, rule, consequence, remedy);
        this.fate = fate;
    }

    /** Returns the rules for all data, for data on a volume of the image, and for a part of the data. */
    public static List<SetRule> all() {
        return List.of(
                new DataOutsideClaim(
                        DataFate.IN_CONTAINER,
                        Level.ERROR,
                        new Rule("data-outside-claim", "WithMounts", FILE),
                        "The data is written into the container, and is lost with it, while the disk stays empty.",
                        "Mount the claim at the data directory, or make the server use a directory of the claim."),
                new DataOutsideClaim(
                        DataFate.ON_IMAGE_VOLUME,
                        Level.WARNING,
                        new Rule("image-volume-hides-claim", "volumeMounts", "internal/cri/server of containerd"),
                        "The container runtime mounts an empty directory of the node over that path, so the data is not on the"
                                + " claim, and is lost when the container restarts.",
                        "Mount the claim at the path of the image's volume."),
                new DataOutsideClaim(
                        DataFate.PART_IN_CONTAINER,
                        Level.WARNING,
                        new Rule("data-log-outside-claim", "WithMounts", FILE),
                        "This part of the data is written into the container, and is lost with it: after a restart, the"
                                + " rest may be incomplete.",
                        "Mount a claim there too, or move it to a directory of the claim."));
    }

    @Override
    public void check(ObjectSet set, LintReport report) {
        for (Claimed claimed : set.view(All.class, DataOutsideClaim::find).claimed()) {
            for (ServerData data : claimed.data()) {
                report(claimed, data, report);
            }
        }
    }

    /**
     * A server with a claim.
     *
     * @param claim the first claim that may be for the data
     * @param data the directories in which the server keeps data
     */
    private record Claimed(Server server, List<MountedVolume> mounts, MountedVolume claim, List<ServerData> data) {}

    /** The rules of the family look at the same servers, so they are looked up once. */
    private record All(List<Claimed> claimed) {}

    private static All find(ObjectSet set) {
        List<Claimed> claimed = new ArrayList<>();
        for (Server server : Server.all(set)) {
            List<MountedVolume> mounts = MountedVolume.all(server.workload(), server.place());
            for (MountedVolume mount : mounts) {
                if (isForData(mount)) {
                    claimed.add(new Claimed(server, mounts, mount, ServerData.of(set, server)));
                    break;
                }
            }
        }
        return new All(List.copyOf(claimed));
    }

    private void report(Claimed claimed, ServerData data, LintReport report) {
        Server server = claimed.server();
        List<MountedVolume> mounts = claimed.mounts();
        DataFate.Answer answer = DataFate.of(mounts, data);
        boolean isRestLost = data.isPart() && isLost(claimed.data(), mounts);
        if (answer.fate() != fate
                || isRestLost
                || (data.isDefault() && !data.isPart() && isAtImageVolume(data, mounts))) {
            return;
        }
        MountedVolume mount = answer.mount().orElse(claimed.claim());
        String where = "Volume \"" + mount.volume() + "\" is mounted at " + mount.path() + ", but "
                + server.label() + " keeps " + (data.isPart() ? "a part of its data" : "its data") + " in "
                + data.path() + (fate == DataFate.ON_IMAGE_VOLUME ? ", and the image declares a volume there" : "")
                + ".";
        (isCache(server) ? report.at(Level.WARNING) : report)
                .invalid(
                        this,
                        server.workload().object(),
                        mount.field() + ".mountPath",
                        where,
                        remedy(server, data, mount));
    }

    /** A Redis server outside a StatefulSet may be a cache, which uses the claim for something else. */
    private static boolean isCache(Server server) {
        return server.has(ServerTrait.IS_ALSO_A_CACHE) && !(server.workload().object() instanceof StatefulSet);
    }

    private static boolean isLost(List<ServerData> all, List<MountedVolume> mounts) {
        return all.stream().anyMatch(data -> DataFate.of(mounts, data).fate() == DataFate.IN_CONTAINER);
    }

    private String remedy(Server server, ServerData data, MountedVolume mount) {
        String path = data.layout()
                .filter(layout -> data.isDefault() && !data.isPart())
                .map(layout ->
                        ContainerPaths.contains(layout.mountPath(), data.path()) ? layout.mountPath() : data.path())
                .orElse(data.path());
        boolean needsSubPath = path.equals(data.path())
                && server.version().filter(server.image()::refusesLostAndFound).isPresent();
        String at = path + (needsSubPath ? " with a subPath" : "");
        return switch (fate) {
            case IN_CONTAINER ->
                "Mount volume \"" + mount.volume() + "\" at " + at + ", or make the server use a directory below "
                        + mount.path() + ".";
            case ON_IMAGE_VOLUME -> "Mount volume \"" + mount.volume() + "\" at " + at + ".";
            case PART_IN_CONTAINER, KEPT -> "Mount a claim at " + path + " too, or move it below " + mount.path() + ".";
        };
    }

    /** A claim for something other than the data says nothing about where the data should be. */
    private static boolean isForData(MountedVolume mount) {
        return mount.isClaim() && !mount.isReadOnly() && !DataFate.isForSomethingElse(mount);
    }

    /** The image declares the mount path as a volume, so a configuration that the set does not show may use it. */
    private static boolean isAtImageVolume(ServerData data, List<MountedVolume> mounts) {
        return data.layout().isPresent()
                && mounts.stream()
                        .filter(MountedVolume::isClaim)
                        .anyMatch(mount -> data.layout().get().volumes().contains(mount.path())
                                && !ContainerPaths.contains(mount.path(), data.path()));
    }
}
