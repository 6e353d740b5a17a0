/** The rules of autoscalers. Start with {@link AutoscalerRules}. */
@NullMarked
package dev.berth.rules.autoscaler;

import org.jspecify.annotations.NullMarked;
