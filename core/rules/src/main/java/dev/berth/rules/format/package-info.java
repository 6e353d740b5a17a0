/**
 * The formats that the API server checks strings against: names, labels, port names, addresses, paths. Start with
 * {@link Format}.
 */
@NullMarked
package dev.berth.rules.format;

import org.jspecify.annotations.NullMarked;
