/** Classes that pods refer to: how important they are, and which runtime runs them. Start with {@link PriorityClass}. */
@NullMarked
@PublicApi
package dev.berth.scheduling;

import dev.berth.PublicApi;
import org.jspecify.annotations.NullMarked;
