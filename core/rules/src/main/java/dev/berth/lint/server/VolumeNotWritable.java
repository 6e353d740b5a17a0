package dev.berth.lint.server;

import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.PodOwner;
import dev.berth.lint.rule.WorkloadRule;
import dev.berth.object.TemplatedPod;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimSpec;
import java.util.List;
import java.util.Optional;

/** A container that does not run as root and writes to a new disk, in a pod without {@code fsGroup}. */
public final class VolumeNotWritable extends WorkloadRule {

    public VolumeNotWritable() {
        super(
                Level.WARNING,
                new Rule("volume-not-writable", "SetVolumeOwnership", "pkg/volume/volume_linux.go"),
                "A new file system belongs to root, and only root can write to it, so the container fails with"
                        + " \"Permission denied\".",
                "Set fsGroup to the group of the container's user in the pod's securityContext.");
    }

    /** One finding for a pod: the remedy is a field of the pod. */
    @Override
    protected void check(ObjectSet set, PodOwner workload, LintReport report) {
        if (RunAs.hasFsGroup(workload) || RunAs.isWindows(workload)) {
            return;
        }
        for (TemplatedPod.Place place : workload.containers()) {
            Optional<MountedVolume> volume = unwritable(set, workload, place);
            if (volume.isPresent()) {
                report.required(
                        this,
                        workload.object(),
                        workload.pod().specPath() + ".securityContext.fsGroup",
                        "Container \"" + place.container().getName() + "\" runs as user "
                                + user(set, workload, place) + " and writes to volume \""
                                + volume.get().volume() + "\".",
                        remedy(set, workload, place));
                return;
            }
        }
    }

    private static Optional<MountedVolume> unwritable(ObjectSet set, PodOwner workload, TemplatedPod.Place place) {
        if (!place.keepsRunning() || !RunAs.isNotRoot(set, workload, place)) {
            return Optional.empty();
        }
        return MountedVolume.all(workload, place).stream()
                .filter(mount -> isNewDisk(set, mount)
                        && isWrittenByServer(set, workload, place, mount)
                        && !InitContainers.mayPrepare(set, workload, mount.volume()))
                .findFirst();
    }

    /** The group of the container, if it is known and is not that of root, else its user. */
    private static String remedy(ObjectSet set, PodOwner workload, TemplatedPod.Place place) {
        return RunAs.group(workload, place.container())
                .filter(group -> group != 0)
                .or(() -> RunAs.user(workload, place.container()))
                .or(() -> Server.of(set, workload, place)
                        .flatMap(server -> server.image().user(server.tag()))
                        .map(user -> user.group() == 0 ? user.user() : user.group()))
                .map(group -> "Set fsGroup: " + group + " and fsGroupChangePolicy: OnRootMismatch in the pod's"
                        + " securityContext.")
                .orElse("Set fsGroup to the group of the container's user in the pod's securityContext.");
    }

    private static String user(ObjectSet set, PodOwner workload, TemplatedPod.Place place) {
        return RunAs.user(workload, place.container())
                .map(String::valueOf)
                .or(() -> RunAs.ofImage(set, workload, place).map(user -> user.name()))
                .orElse("");
    }

    /** A volume that exists already may have any permissions, and so may a directory that a driver provides. */
    private static boolean isNewDisk(ObjectSet set, MountedVolume mount) {
        Optional<PersistentVolumeClaimSpec> claim = mount.claim(set);
        return !mount.isReadOnly()
                && claim.isPresent()
                && claim.get().getVolumeName() == null
                && claim.get().getSelector() == null
                && claim.get().getDataSource() == null
                && claim.get().getDataSourceRef() == null
                && !"Block".equals(claim.get().getVolumeMode())
                && !"".equals(claim.get().getStorageClassName())
                && !ClaimFileSystem.isDirectory(set, mount);
    }

    /**
     * Where only the image says as whom the container runs, the volume must be the one with the data, and its root must be
     * mounted: a directory of the volume may exist already, with an owner that the set does not show.
     */
    private static boolean isWrittenByServer(
            ObjectSet set, PodOwner workload, TemplatedPod.Place place, MountedVolume mount) {
        if (RunAs.user(workload, place.container()).isPresent()) {
            return true;
        }
        List<ServerData> data = Server.of(set, workload, place)
                .map(server -> ServerData.of(set, server))
                .orElse(List.of());
        List<MountedVolume> mounts = MountedVolume.all(workload, place);
        return !mount.hasSubPath()
                && data.stream()
                        .map(one -> DataFate.of(mounts, one))
                        .anyMatch(answer -> answer.fate() == DataFate.KEPT
                                && answer.mount().filter(mount::equals).isPresent());
    }
}
