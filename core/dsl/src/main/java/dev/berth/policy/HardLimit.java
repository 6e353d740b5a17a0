package dev.berth.policy;

import dev.berth.value.Bytes;
import dev.berth.value.Cpu;
import dev.berth.value.InvalidValueException;
import dev.berth.value.Quantity;
import dev.berth.workload.StorageClassSource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the objects of a namespace may use in total.
 *
 * <p>Source of the names: Kubernetes 1.36, {@code pkg/quota/v1/evaluator/core}.
 */
public final class HardLimit {

    private final Map<String, Quantity> amounts;

    private HardLimit(Map<String, Quantity> amounts) {
        this.amounts = amounts;
    }

    private static HardLimit of(String resource, Quantity amount) {
        return new HardLimit(Map.of(resource, amount));
    }

    private static HardLimit of(String prefix, Cpu cpu, Bytes memory) {
        Map<String, Quantity> amounts = new LinkedHashMap<>();
        amounts.put(prefix + ".cpu", cpu.quantity());
        amounts.put(prefix + ".memory", memory.quantity());
        return new HardLimit(Collections.unmodifiableMap(amounts));
    }

    /** The requests of all pods. A pod with a container that requests no CPU or no memory is then refused. */
    public static HardLimit requests(Cpu cpu, Bytes memory) {
        return of("requests", cpu, memory);
    }

    /** The limits of all pods. A pod with a container that has no limit of CPU or memory is then refused. */
    public static HardLimit limits(Cpu cpu, Bytes memory) {
        return of("limits", cpu, memory);
    }

    /**
     * The number of pods, without those that have ended.
     *
     * @throws InvalidValueException if the number is negative
     */
    public static HardLimit pods(int number) {
        return of("pods", number(number));
    }

    /**
     * The number of claims.
     *
     * @throws InvalidValueException if the number is negative
     */
    public static HardLimit persistentVolumeClaims(int number) {
        return of("persistentvolumeclaims", number(number));
    }

    /** The requests of all claims. */
    public static HardLimit requestsStorage(Bytes storage) {
        return of("requests.storage", storage.quantity());
    }

    /** The requests of the claims of a StorageClass. */
    public static HardLimit requestsStorage(StorageClassSource storageClass, Bytes storage) {
        return of(storageClass.name() + ".storageclass.storage.k8s.io/requests.storage", storage.quantity());
    }

    /**
     * The number of objects of a resource, such as {@code secrets} or {@code statefulsets.apps}.
     *
     * @param resource the resource in the plural, a dot and its API group; without the dot in the core group
     * @throws InvalidValueException if the resource is empty or looks like a kind, or the number is negative
     */
    public static HardLimit count(String resource, int number) {
        if (resource.isEmpty() || resource.chars().anyMatch(Character::isUpperCase)) {
            throw InvalidValueException.of(
                    "HardLimit count",
                    resource,
                    "must be a resource in lower case and in the plural, such as statefulsets.apps");
        }
        return of("count/" + resource, number(number));
    }

    private static Quantity number(int number) {
        if (number < 0) {
            throw InvalidValueException.of("HardLimit", number, "must be at least 0");
        }
        return Quantity.of(Integer.toString(number));
    }

    Map<String, Quantity> amounts() {
        return amounts;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HardLimit that && amounts.equals(that.amounts);
    }

    @Override
    public int hashCode() {
        return amounts.hashCode();
    }

    @Override
    public String toString() {
        return amounts.toString();
    }
}
