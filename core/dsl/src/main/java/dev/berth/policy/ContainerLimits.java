package dev.berth.policy;

import dev.berth.value.Bytes;
import dev.berth.value.Cpu;
import io.fabric8.kubernetes.api.model.LimitRangeItemBuilder;
import java.util.Objects;

/** What each container of a namespace may request. Created by {@link LimitRangeItem#containers}. */
public final class ContainerLimits implements LimitRangeItem {

    private final ContainerAmounts min;
    private final ContainerAmounts max;
    private final ContainerAmounts request;
    private final ContainerAmounts limit;

    ContainerLimits(ContainerAmounts min, ContainerAmounts max, ContainerAmounts request, ContainerAmounts limit) {
        min.requireNotAbove("min", max, "max");
        min.requireNotAbove("min", request, "defaultRequest");
        min.requireNotAbove("min", limit, "default");
        request.requireNotAbove("defaultRequest", limit, "default");
        request.requireNotAbove("defaultRequest", max, "max");
        limit.requireNotAbove("default", max, "max");
        this.min = min;
        this.max = max;
        this.request = request;
        this.limit = limit;
    }

    /**
     * Returns a copy in which a container that requests less is refused.
     *
     * @throws dev.berth.value.InvalidValueException if an amount is above the largest or a default one
     */
    public ContainerLimits min(Cpu cpu, Bytes memory) {
        return new ContainerLimits(ContainerAmounts.of(cpu, memory), max, request, limit);
    }

    /**
     * Returns a copy in which a container with a higher limit is refused. The default limit defaults to this.
     *
     * @throws dev.berth.value.InvalidValueException if an amount is below the smallest or a default one
     */
    public ContainerLimits max(Cpu cpu, Bytes memory) {
        return new ContainerLimits(min, ContainerAmounts.of(cpu, memory), request, limit);
    }

    /**
     * Returns a copy with the requests of containers that have neither requests nor limits. They default to the default
     * limits.
     *
     * @throws dev.berth.value.InvalidValueException if an amount is above the default limit, or out of bounds
     */
    public ContainerLimits defaultRequest(Cpu cpu, Bytes memory) {
        return new ContainerLimits(min, max, ContainerAmounts.of(cpu, memory), limit);
    }

    /**
     * Returns a copy with the limits of containers that have none: the field {@code default}.
     *
     * @throws dev.berth.value.InvalidValueException if an amount is below the default request, or out of bounds
     */
    public ContainerLimits defaultLimit(Cpu cpu, Bytes memory) {
        return new ContainerLimits(min, max, request, ContainerAmounts.of(cpu, memory));
    }

    @Override
    public io.fabric8.kubernetes.api.model.LimitRangeItem toModel() {
        return new LimitRangeItemBuilder()
                .withType("Container")
                .withMin(min.toModel())
                .withMax(max.toModel())
                .withDefault(limit.toModel())
                .withDefaultRequest(request.toModel())
                .build();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ContainerLimits that
                && min.equals(that.min)
                && max.equals(that.max)
                && request.equals(that.request)
                && limit.equals(that.limit);
    }

    @Override
    public int hashCode() {
        return Objects.hash(min, max, request, limit);
    }
}
