/** Disruption budgets, which limit evictions of pods. Start with {@link PodDisruptionBudget}. */
@NullMarked
@PublicApi
package dev.berth.policy;

import dev.berth.PublicApi;
import org.jspecify.annotations.NullMarked;
