package dev.berth.policy;

import dev.berth.value.Bytes;
import dev.berth.value.Cpu;
import io.fabric8.kubernetes.api.model.LimitRangeItemBuilder;

/** What all containers of a pod together may request. Created by {@link LimitRangeItem#pods}. */
public final class PodLimits implements LimitRangeItem {

    private final ContainerAmounts min;
    private final ContainerAmounts max;

    PodLimits(ContainerAmounts min, ContainerAmounts max) {
        min.requireNotAbove("min", max, "max");
        this.min = min;
        this.max = max;
    }

    /**
     * Returns a copy in which a pod that requests less is refused.
     *
     * @throws dev.berth.value.InvalidValueException if an amount is above the largest
     */
    public PodLimits min(Cpu cpu, Bytes memory) {
        return new PodLimits(ContainerAmounts.of(cpu, memory), max);
    }

    /**
     * Returns a copy in which a pod with higher limits is refused.
     *
     * @throws dev.berth.value.InvalidValueException if an amount is below the smallest
     */
    public PodLimits max(Cpu cpu, Bytes memory) {
        return new PodLimits(min, ContainerAmounts.of(cpu, memory));
    }

    @Override
    public io.fabric8.kubernetes.api.model.LimitRangeItem toModel() {
        return new LimitRangeItemBuilder()
                .withType("Pod")
                .withMin(min.toModel())
                .withMax(max.toModel())
                .build();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PodLimits that && min.equals(that.min) && max.equals(that.max);
    }

    @Override
    public int hashCode() {
        return 31 * min.hashCode() + max.hashCode();
    }
}
