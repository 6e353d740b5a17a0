package dev.berth.rules.update;

import dev.berth.rules.version.KubernetesVersion;
import java.util.Map;
import java.util.Optional;

/**
 * What decides over an update and stands in neither of its two objects.
 *
 * @param version the version of Kubernetes that the cluster runs
 * @param expansion for each StorageClass that is known, whether its claims may grow
 * @param allClassesKnown whether a class that is not among them does not exist; otherwise nothing is known of it
 * @param claimsBound whether a claim that says nothing of its phase is taken as bound, as one that is in use is
 */
public record Surroundings(
        KubernetesVersion version, Map<String, Boolean> expansion, boolean allClassesKnown, boolean claimsBound) {

    public Surroundings {
        expansion = Map.copyOf(expansion);
    }

    /** A cluster of the default version that runs the tree: claims are bound, and nothing is known about classes. */
    public static Surroundings running() {
        return new Surroundings(KubernetesVersion.recorded(), Map.of(), false, true);
    }

    /** Whether claims of the class may grow; empty where nothing is known of the class. */
    public Optional<Boolean> allowsExpansion(String storageClass) {
        Boolean known = expansion.get(storageClass);
        return known != null ? Optional.of(known) : allClassesKnown ? Optional.of(false) : Optional.empty();
    }
}
