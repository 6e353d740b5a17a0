package dev.berth.workload;

import dev.berth.value.Bytes;
import dev.berth.value.Cpu;
import dev.berth.value.InvalidValueException;
import dev.berth.value.NameFormat;
import dev.berth.value.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.ResourceRequirementsBuilder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The resource requests of a container, by which its pod is scheduled, and its limits. Above the CPU limit, the
 * container is throttled. Above the memory limit, it is killed.
 *
 * <pre>{@code
 * Resources.requests(millicores(250), mebi(256)).limits(millicores(500), mebi(512))
 * }</pre>
 */
public final class Resources {

    private final Map<String, Quantity> requests;
    private final Map<String, Quantity> limits;

    private Resources(Map<String, Quantity> requests, Map<String, Quantity> limits) {
        requests.forEach((resource, request) -> {
            Quantity limit = limits.get(resource);
            if (limit != null && request.compareTo(limit) > 0) {
                throw InvalidValueException.of(
                        "Resources requests." + resource, request, "must not be above the limit of " + limit);
            }
        });
        this.requests = requests;
        this.limits = limits;
    }

    /** Requests this much CPU and memory. */
    public static Resources requests(Cpu cpu, Bytes memory) {
        return new Resources(with(with(Map.of(), "cpu", cpu.quantity()), "memory", memory.quantity()), Map.of());
    }

    /**
     * Returns a copy with limits of CPU and memory.
     *
     * @throws InvalidValueException if a request is above its limit; Kubernetes 1.36, {@code
     *     ValidateResourceRequirements}
     */
    public Resources limits(Cpu cpu, Bytes memory) {
        return new Resources(requests, with(with(limits, "cpu", cpu.quantity()), "memory", memory.quantity()));
    }

    /**
     * Returns a copy with a limit of memory, but none of CPU.
     *
     * @throws InvalidValueException if the request is above the limit
     */
    public Resources memoryLimit(Bytes memory) {
        return new Resources(requests, with(limits, "memory", memory.quantity()));
    }

    /**
     * Returns a copy with a request and a limit of local ephemeral storage: logs, the files of the container and its
     * {@code emptyDir} volumes. A pod above the limit is evicted.
     *
     * @throws InvalidValueException if the request is above the limit
     */
    public Resources ephemeralStorage(Bytes request, Bytes limit) {
        return new Resources(
                with(requests, "ephemeral-storage", request.quantity()),
                with(limits, "ephemeral-storage", limit.quantity()));
    }

    /**
     * Returns a copy with this number of an extended resource that a device plugin offers, such as {@code
     * nvidia.com/gpu}. The request and the limit are equal.
     *
     * @throws InvalidValueException if the name has no domain, or the number is not above zero
     */
    public Resources extended(String name, long pieces) {
        NameFormat.QUALIFIED_NAME.require("Resources", name);
        if (name.indexOf('/') < 0) {
            throw InvalidValueException.of("Resources", name, "must have a domain, such as nvidia.com/gpu");
        }
        if (pieces < 1) {
            throw InvalidValueException.of("Resources \"" + name + "\"", pieces, "must be at least 1");
        }
        Quantity amount = Quantity.of(Long.toString(pieces));
        return new Resources(with(requests, name, amount), with(limits, name, amount));
    }

    /** The limit of a resource such as {@code memory}, if it has one. */
    public Optional<Quantity> limit(String resource) {
        return Optional.ofNullable(limits.get(resource));
    }

    private static Map<String, Quantity> with(Map<String, Quantity> amounts, String resource, Quantity amount) {
        Map<String, Quantity> more = new LinkedHashMap<>(amounts);
        more.put(resource, amount);
        return more;
    }

    /** The requests and limits as a fabric8 model. */
    public ResourceRequirements toModel() {
        return new ResourceRequirementsBuilder()
                .withRequests(toModel(requests))
                .withLimits(toModel(limits))
                .build();
    }

    private static Map<String, io.fabric8.kubernetes.api.model.Quantity> toModel(Map<String, Quantity> amounts) {
        Map<String, io.fabric8.kubernetes.api.model.Quantity> model = new LinkedHashMap<>();
        amounts.forEach((resource, amount) ->
                model.put(resource, new io.fabric8.kubernetes.api.model.Quantity(amount.toString())));
        return model;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Resources that && requests.equals(that.requests) && limits.equals(that.limits);
    }

    @Override
    public int hashCode() {
        return Objects.hash(requests, limits);
    }

    @Override
    public String toString() {
        return "Resources{requests=" + requests + ", limits=" + limits + "}";
    }
}
