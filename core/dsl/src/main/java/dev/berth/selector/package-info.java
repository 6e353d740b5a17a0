/** How declarations select pods, and conditions on labels. Start with {@link SelectablePods}. */
@NullMarked
@PublicApi
package dev.berth.selector;

import dev.berth.PublicApi;
import org.jspecify.annotations.NullMarked;
