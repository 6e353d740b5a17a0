/** Autoscalers, which set the number of pods of a workload. Start with {@link HorizontalPodAutoscaler}. */
@NullMarked
@PublicApi
package dev.berth.autoscaling;

import dev.berth.PublicApi;
import org.jspecify.annotations.NullMarked;
