package dev.berth.rules.binding;

import dev.berth.catalog.driver.StorageDrivers;
import dev.berth.rules.binding.Binding.Outcome;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** The classes that claims can name, and what happens to a claim without a matching volume. */
final class ClassesOfClaims {

    private final Map<String, Making> byName = new HashMap<>();

    /** How a class provisions volumes: whether it waits for a pod, and whether there is a provisioner at all. */
    private record Making(boolean waits, boolean makes) {

        static Making of(StorageClass storageClass) {
            return new Making(
                    "WaitForFirstConsumer".equals(storageClass.getVolumeBindingMode()),
                    !StorageDrivers.NO_PROVISIONER.name().equals(storageClass.getProvisioner()));
        }
    }

    ClassesOfClaims(Stream<StorageClass> classes) {
        classes.filter(storageClass -> storageClass.getMetadata() != null)
                .forEach(storageClass ->
                        byName.put(Claim.text(storageClass.getMetadata().getName()), Making.of(storageClass)));
    }

    /** Returns whether the class binds claims only once a pod uses them. */
    boolean waitsForPod(String name) {
        Making making = byName.get(name);
        return making != null && making.waits;
    }

    /** Returns what happens to a claim of the class that no volume matches; {@code waits} while it has no pod. */
    Outcome outcome(String name, boolean waits) {
        Making making = byName.get(name);
        if (name.isEmpty()) {
            return Outcome.UNBOUND;
        }
        if (making == null) {
            return Outcome.CLASS_MISSING;
        }
        if (waits) {
            return Outcome.WAITING_FOR_POD;
        }
        return making.makes ? Outcome.PROVISIONED : Outcome.UNBOUND;
    }

    /** Describes the outcome. */
    static String inWords(String name, Outcome outcome) {
        return switch (outcome) {
            case BOUND -> throw new IllegalArgumentException("A bound claim has its volume");
            case CLASS_MISSING -> "There is no StorageClass \"" + name + "\" to provision a volume.";
            case WAITING_FOR_POD -> "StorageClass \"" + name + "\" waits for a pod that uses the claim.";
            case PROVISIONED -> "StorageClass \"" + name + "\" provisions a volume.";
            case UNBOUND ->
                name.isEmpty()
                        ? "The claim has no class, so no volume is provisioned for it."
                        : "StorageClass \"" + name + "\" does not provision volumes.";
        };
    }
}
