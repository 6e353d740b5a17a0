package dev.berth.lint.storage;

import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.PodOwner;
import dev.berth.lint.rule.SetRule;
import dev.berth.lint.rule.WorkloadRule;
import dev.berth.object.TemplatedPod;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** A family of rules: a data directory on a volume that is deleted with the pod or stays on the node. */
public final class DataOnNode extends WorkloadRule {

    private final Predicate<Volume> isSuch;
    private final String source;

    private DataOnNode(
            Level level,
            String id,
            String function,
            String file,
            String source,
            Predicate<Volume> isSuch,
            String consequence) {
        super(level, new Rule(id, function, file), consequence, "Use a claim template or a claim.");
        this.isSuch = isSuch;
        this.source = source;
    }

    /** Returns the rules for {@code emptyDir} and {@code hostPath}. */
    public static List<SetRule> all() {
        return List.of(
                new DataOnNode(
                        Level.ERROR,
                        "data-on-empty-dir",
                        "TearDownAt",
                        "pkg/volume/emptydir/empty_dir.go",
                        "emptyDir",
                        volume -> volume.getEmptyDir() != null,
                        "The data is lost whenever the pod is deleted or moved."),
                new DataOnNode(
                        Level.WARNING,
                        "data-on-host-path",
                        "SetUpAt",
                        "pkg/volume/hostpath/host_path.go",
                        "hostPath",
                        volume -> volume.getHostPath() != null,
                        "The data stays on one node: a pod that moves finds an empty or foreign directory, and"
                                + " replicas on the same node share it."));
    }

    @Override
    protected void check(ObjectSet set, PodOwner workload, LintReport report) {
        Set<String> reported = new HashSet<>();
        for (TemplatedPod.Place place : workload.containers()) {
            for (VolumeMount mount : PodOwner.orEmpty(place.container().getVolumeMounts())) {
                if (mount != null && DataDirectory.isHeldBy(workload, mount)) {
                    workload.volume(mount.getName())
                            .filter(found -> isSuch.test(found.volume()) && reported.add(found.path()))
                            .ifPresent(found -> report(workload, place, mount, found, report));
                }
            }
        }
    }

    private void report(
            PodOwner workload,
            TemplatedPod.Place place,
            VolumeMount mount,
            PodOwner.VolumePlace volume,
            LintReport report) {
        (isDatabase(workload, place) ? report : report.at(Level.WARNING))
                .invalid(
                        this,
                        workload.object(),
                        volume.path() + "." + source,
                        "It is mounted at the data directory " + mount.getMountPath() + ".");
    }

    /** A Redis server may be a cache, a Job may need its data only until it ends, and other programs may write anything. */
    private static boolean isDatabase(PodOwner workload, TemplatedPod.Place place) {
        return workload.isController() && KnownDatabase.runsIn(place.container());
    }
}
