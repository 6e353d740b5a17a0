/**
 * What a namespace limits: evictions of pods, and the resources of its objects. Start with {@link PodDisruptionBudget}.
 */
@NullMarked
@PublicApi
package dev.berth.policy;

import dev.berth.PublicApi;
import org.jspecify.annotations.NullMarked;
