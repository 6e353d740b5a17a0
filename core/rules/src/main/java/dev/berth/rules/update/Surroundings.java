package dev.berth.rules.update;

import dev.berth.cluster.KubernetesVersion;
import java.util.Map;
import java.util.Optional;

/**
 * The facts about the cluster that decide an update and are not in the two objects.
 *
 * @param version the version of Kubernetes that the cluster runs
 * @param expansion for each known StorageClass, whether its claims may grow
 * @param allClassesKnown whether all StorageClasses are known; otherwise nothing is known about an unlisted one
 * @param claimsBound whether a claim without a phase is assumed to be bound, like one in use
 */
public record Surroundings(
        KubernetesVersion version, Map<String, Boolean> expansion, boolean allClassesKnown, boolean claimsBound) {

    public Surroundings {
        expansion = Map.copyOf(expansion);
    }

    /** Returns a cluster of the default version that runs a tree: claims are bound, and nothing is known about classes. */
    public static Surroundings running() {
        return new Surroundings(KubernetesVersion.recorded(), Map.of(), false, true);
    }

    /** Returns whether claims of the class may grow; empty if nothing is known about the class. */
    public Optional<Boolean> allowsExpansion(String storageClass) {
        Boolean known = expansion.get(storageClass);
        return known != null ? Optional.of(known) : allClassesKnown ? Optional.of(false) : Optional.empty();
    }
}
