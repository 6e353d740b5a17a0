/**
 * Values that are checked once, where they are made: quantities, names, paths, ports and modes.
 *
 * <p>Start with {@link Quantity}.
 */
@NullMarked
package dev.berth.value;

import org.jspecify.annotations.NullMarked;
