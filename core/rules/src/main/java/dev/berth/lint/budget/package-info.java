/**
 * Disruption budgets, network policies and schedules that do the opposite of what they are for.
 *
 * <p>Start with {@link BudgetNeverAllows}.
 */
@NullMarked
package dev.berth.lint.budget;

import org.jspecify.annotations.NullMarked;
