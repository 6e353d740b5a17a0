/**
 * Values that are checked once, where they are made: quantities, names, paths, ports and modes.
 *
 * <p>Start with {@link Quantity}.
 */
@NullMarked
@PublicApi
package dev.berth.value;

import dev.berth.PublicApi;
import org.jspecify.annotations.NullMarked;
