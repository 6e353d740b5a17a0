/**
 * Disruption budgets, network policies and schedules that do not do what they are for. Start with
 * {@link BudgetNeverAllows}.
 */
@NullMarked
package dev.berth.lint.budget;

import org.jspecify.annotations.NullMarked;
