/** Disruption budgets, network policies and schedules that do the opposite of what they are for. */
@NullMarked
package dev.berth.rules.broken.budget;

import org.jspecify.annotations.NullMarked;
