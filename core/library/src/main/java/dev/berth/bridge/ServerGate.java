package dev.berth.bridge;

import dev.berth.manifest.ExistingObject;
import dev.berth.manifest.Manifest;
import dev.berth.manifest.ManifestFile;
import dev.berth.manifest.ManifestSet;
import dev.berth.manifest.ObjectId;
import dev.berth.manifest.Problem;
import dev.berth.manifest.TreeFile;
import dev.berth.rules.ClusterFacts;
import dev.berth.rules.Finding;
import dev.berth.rules.server.ApiServerRules;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Holds each object of a set against what a Kubernetes API server refuses.
 *
 * <p>What the set declares, or says lives in the cluster already, is there for the others. Privileged containers are allowed,
 * as in the clusters that most installers make, since a declaration can't say otherwise.
 */
final class ServerGate {

    private final ManifestSet set;
    private final List<Problem> problems = new ArrayList<>();

    ServerGate(ManifestSet set) {
        this.set = set;
    }

    /** Every refusal, in the order of the files, each with the line that made the object. */
    List<Problem> problems() {
        ApiServerRules rules = ApiServerRules.of(facts());
        for (TreeFile file : set.files()) {
            if (file instanceof ManifestFile manifests) {
                manifests.manifests().forEach(manifest -> check(rules, manifests.toModel(manifest), manifest));
            }
        }
        return problems;
    }

    private void check(ApiServerRules rules, HasMetadata model, Manifest manifest) {
        for (Finding finding : rules.verdict(model).findings()) {
            problems.add(new Problem(ObjectId.of(model) + ": " + finding, manifest.declaration()));
        }
    }

    private ClusterFacts facts() {
        return ClusterFacts.defaults()
                .withPrivilegedAllowed(true)
                .withServiceAccounts(names("ServiceAccount", Set.of("default")))
                .withPriorityClasses(names("PriorityClass", Set.of("system-cluster-critical", "system-node-critical")))
                .withRuntimeClasses(names("RuntimeClass", Set.of()));
    }

    private Set<String> names(String kind, Set<String> always) {
        Set<String> names = new TreeSet<>(always);
        add(kind, set.existing(), names);
        for (TreeFile file : set.files()) {
            if (file instanceof ManifestFile manifests) {
                for (Manifest manifest : manifests.manifests()) {
                    add(kind, manifest.existing(), names);
                    HasMetadata model = manifest.toModel();
                    if (kind.equals(model.getKind())) {
                        names.add(model.getMetadata().getName());
                    }
                }
            }
        }
        return names;
    }

    private static void add(String kind, Set<ExistingObject> existing, Set<String> names) {
        existing.stream()
                .filter(object -> object.kind().equals(kind))
                .map(ExistingObject::name)
                .forEach(names::add);
    }
}
