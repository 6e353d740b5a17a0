/**
 * The formats that the API server holds texts against: names, label parts, port names, addresses, paths.
 *
 * <p>Start with {@link Format}.
 */
@NullMarked
package dev.berth.rules.format;

import org.jspecify.annotations.NullMarked;
