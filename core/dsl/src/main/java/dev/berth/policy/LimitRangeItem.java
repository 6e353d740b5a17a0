package dev.berth.policy;

import dev.berth.value.Bytes;

/**
 * What one container, pod or claim of a namespace may request.
 *
 * <p>Source of all limits: Kubernetes 1.36, {@code pkg/apis/core/validation/validation.go}, {@code ValidateLimitRange}.
 */
public sealed interface LimitRangeItem permits ContainerLimits, PodLimits, ClaimLimits {

    /** What each container may request, and the defaults for containers that request nothing. */
    static ContainerLimits containers() {
        return new ContainerLimits(
                ContainerAmounts.NONE, ContainerAmounts.NONE, ContainerAmounts.NONE, ContainerAmounts.NONE);
    }

    /** What all containers of a pod together may request. */
    static PodLimits pods() {
        return new PodLimits(ContainerAmounts.NONE, ContainerAmounts.NONE);
    }

    /**
     * What each claim may request.
     *
     * @throws dev.berth.value.InvalidValueException if the smallest size is above the largest
     */
    static ClaimLimits claims(Bytes min, Bytes max) {
        return new ClaimLimits(min, max);
    }

    /** The item as a fabric8 model. */
    io.fabric8.kubernetes.api.model.LimitRangeItem toModel();
}
