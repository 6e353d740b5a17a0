/**
 * Values that are checked when they are created: quantities, names, paths, ports and file modes. Start with
 * {@link Quantity}.
 */
@NullMarked
@PublicApi
package dev.berth.value;

import dev.berth.PublicApi;
import org.jspecify.annotations.NullMarked;
