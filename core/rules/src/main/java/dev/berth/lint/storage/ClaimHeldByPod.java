package dev.berth.lint.storage;

import dev.berth.catalog.driver.StorageDriver;
import dev.berth.catalog.driver.StorageDrivers;
import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.PodOwner;
import dev.berth.lint.rule.VolumeRule;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimSpec;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A job that mounts a claim for one node while a pod that keeps running uses it, perhaps on another node. */
public final class ClaimHeldByPod extends VolumeRule {

    private static final String NODE = "kubernetes.io/hostname";

    public ClaimHeldByPod() {
        super(
                Level.WARNING,
                new Rule(
                        "claim-held-by-pod",
                        "attachDesiredVolumes",
                        "pkg/controller/volume/attachdetach/reconciler/reconciler.go"),
                "On any node but the one of that pod, the pod of the job waits for the volume and never starts.",
                "Require the node of that pod with podAffinity and topologyKey: kubernetes.io/hostname, or back up over"
                        + " the network.");
    }

    /** A claim of a pod that keeps running. */
    private record Held(String holder, PersistentVolumeClaimSpec claim) {}

    @Override
    protected void check(ObjectSet set, PodOwner workload, PodOwner.VolumePlace place, LintReport report) {
        boolean isJob = workload.object() instanceof Job || workload.object() instanceof CronJob;
        if (!isJob || requiresNode(workload.pod().spec())) {
            return;
        }
        var source = place.volume().getPersistentVolumeClaim();
        String name = source == null ? "" : Objects.requireNonNullElse(source.getClaimName(), "");
        ofTemplate(set, workload, name)
                .or(() -> ofPod(set, workload, name))
                .filter(held -> isForOneNode(set, workload.object(), held.claim()))
                .ifPresent(held -> report.invalid(
                        this,
                        workload.object(),
                        place.path() + ".persistentVolumeClaim.claimName",
                        "Claim \"" + name + "\" is ReadWriteOnce, and " + held.holder() + " uses it."));
    }

    /** The claim {@code data-db-0} belongs to StatefulSet {@code db} with claim template {@code data}. */
    private static Optional<Held> ofTemplate(ObjectSet set, PodOwner workload, String name) {
        int ordinal = name.lastIndexOf('-');
        for (int dash = name.indexOf('-'); dash > 0 && dash < ordinal; dash = name.indexOf('-', dash + 1)) {
            String template = name.substring(0, dash);
            String owner = name.substring(dash + 1, ordinal);
            Optional<PersistentVolumeClaimSpec> claim =
                    set.find(StatefulSet.class, workload.object(), workload.namespace(), owner).stream()
                            .filter(found -> found.getSpec() != null)
                            .flatMap(found -> PodOwner.orEmpty(found.getSpec().getVolumeClaimTemplates()).stream())
                            .filter(found -> found != null
                                    && found.getMetadata() != null
                                    && template.equals(found.getMetadata().getName())
                                    && found.getSpec() != null)
                            .map(PersistentVolumeClaim::getSpec)
                            .findFirst();
            if (claim.isPresent()) {
                return claim.map(spec -> new Held("a pod of StatefulSet \"" + owner + "\"", spec));
            }
        }
        return Optional.empty();
    }

    private static Optional<Held> ofPod(ObjectSet set, PodOwner workload, String name) {
        return set.find(PersistentVolumeClaim.class, workload.object(), workload.namespace(), name)
                .map(PersistentVolumeClaim::getSpec)
                .flatMap(spec -> set.workloadsEverywhere()
                        .filter(other -> other.isController()
                                && other.replicas() > 0
                                && other.namespace().equals(workload.namespace())
                                && other.volumes().values().stream()
                                        .map(place -> place.volume().getPersistentVolumeClaim())
                                        .anyMatch(source -> source != null && name.equals(source.getClaimName())))
                        .findFirst()
                        .map(other -> new Held(
                                "a pod of " + other.object().getKind() + " \"" + ObjectSet.name(other.object()) + "\"",
                                spec)));
    }

    /** A directory on a node, a share, and a volume that exists already are not attached to one node. */
    private static boolean isForOneNode(ObjectSet set, HasMetadata from, PersistentVolumeClaimSpec claim) {
        String named = claim.getStorageClassName();
        return List.of("ReadWriteOnce").equals(claim.getAccessModes())
                && claim.getVolumeName() == null
                && !"".equals(named)
                && set.storageClass(from, named)
                        .map(StorageClass::getProvisioner)
                        .filter(Objects::nonNull)
                        .flatMap(StorageDrivers::named)
                        .filter(driver -> driver.providesDirectories() || isOfNode(driver))
                        .isEmpty();
    }

    private static boolean isOfNode(StorageDriver driver) {
        return driver.equals(StorageDrivers.NO_PROVISIONER);
    }

    private static boolean requiresNode(PodSpec pod) {
        boolean named = pod.getNodeName() != null
                || (pod.getNodeSelector() != null && pod.getNodeSelector().containsKey(NODE));
        var affinity = pod.getAffinity() == null ? null : pod.getAffinity().getPodAffinity();
        return named
                || (affinity != null
                        && PodOwner.orEmpty(affinity.getRequiredDuringSchedulingIgnoredDuringExecution()).stream()
                                .anyMatch(term -> term != null && NODE.equals(term.getTopologyKey())));
    }
}
