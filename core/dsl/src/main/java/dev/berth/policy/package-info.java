/** The disruption budgets that limit evictions of pods. Start with {@link dev.berth.policy.PodDisruptionBudget}. */
@NullMarked
@PublicApi
package dev.berth.policy;

import dev.berth.PublicApi;
import org.jspecify.annotations.NullMarked;
