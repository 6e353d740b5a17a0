/** The disruption budgets that limit evictions of pods. Start with {@link dev.berth.policy.PodDisruptionBudget}. */
@NullMarked
package dev.berth.policy;

import org.jspecify.annotations.NullMarked;
