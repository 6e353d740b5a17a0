package dev.berth.lint.scheduling;

import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.PodOwner;
import dev.berth.lint.rule.StatefulSetRule;
import dev.berth.rules.selector.LabelSelectors;
import io.fabric8.kubernetes.api.model.Affinity;
import io.fabric8.kubernetes.api.model.NodeSelectorRequirement;
import io.fabric8.kubernetes.api.model.NodeSelectorTerm;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeSpec;
import io.fabric8.kubernetes.api.model.PodAffinityTerm;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A StatefulSet whose replicas must not share a node, with local volumes on fewer nodes than it has replicas. */
final class LocalVolumesOnFewNodes extends StatefulSetRule {

    private static final String HOST = "kubernetes.io/hostname";

    LocalVolumesOnFewNodes() {
        super(
                Level.ERROR,
                new Rule(
                        "local-volumes-on-few-nodes",
                        "satisfyPodAntiAffinity",
                        "pkg/scheduler/framework/plugins/interpodaffinity/filtering.go"),
                "The anti-affinity is required, so the last replicas stay Pending.",
                "Create a local volume on one node for each replica, or prefer the anti-affinity instead of requiring"
                        + " it.");
    }

    @Override
    protected void check(ObjectSet set, PodOwner workload, LintReport report) {
        if (workload.replicas() < 2 || !keepsReplicasApart(workload)) {
            return;
        }
        for (PersistentVolumeClaim template : workload.claimTemplates()) {
            String named =
                    template.getSpec() == null ? null : template.getSpec().getStorageClassName();
            Set<String> nodes = named == null ? Set.of() : nodes(set, named);
            if (!nodes.isEmpty() && nodes.size() < workload.replicas()) {
                report.invalid(
                        this,
                        workload.object(),
                        "spec.replicas",
                        "It has " + workload.replicas() + " replicas, and the local volumes of class \"" + named
                                + "\" are on " + String.join(", ", nodes) + ".");
            }
        }
    }

    private static boolean keepsReplicasApart(PodOwner workload) {
        Affinity affinity = workload.pod().spec().getAffinity();
        List<PodAffinityTerm> required = affinity == null || affinity.getPodAntiAffinity() == null
                ? List.of()
                : PodOwner.orEmpty(affinity.getPodAntiAffinity().getRequiredDuringSchedulingIgnoredDuringExecution());
        return required.stream()
                .anyMatch(term -> term != null
                        && HOST.equals(term.getTopologyKey())
                        && LabelSelectors.matches(
                                term.getLabelSelector(), workload.pod().labels()));
    }

    /** Returns the nodes of the local volumes of a class; none if one of its volumes is not local. */
    private static Set<String> nodes(ObjectSet set, String storageClass) {
        List<PersistentVolumeSpec> volumes = set.everywhere(PersistentVolume.class)
                .map(PersistentVolume::getSpec)
                .filter(spec -> spec != null && storageClass.equals(spec.getStorageClassName()))
                .toList();
        return volumes.stream().allMatch(spec -> spec.getLocal() != null)
                ? volumes.stream().flatMap(LocalVolumesOnFewNodes::nodes).collect(Collectors.toCollection(TreeSet::new))
                : Set.of();
    }

    private static Stream<String> nodes(PersistentVolumeSpec volume) {
        if (volume.getNodeAffinity() == null || volume.getNodeAffinity().getRequired() == null) {
            return Stream.of();
        }
        return PodOwner.orEmpty(volume.getNodeAffinity().getRequired().getNodeSelectorTerms()).stream()
                .flatMap(LocalVolumesOnFewNodes::hosts);
    }

    private static Stream<String> hosts(NodeSelectorTerm term) {
        return PodOwner.orEmpty(term.getMatchExpressions()).stream()
                .filter(requirement -> requirement != null && HOST.equals(requirement.getKey()))
                .map(NodeSelectorRequirement::getValues)
                .flatMap(values -> PodOwner.orEmpty(values).stream());
    }
}
