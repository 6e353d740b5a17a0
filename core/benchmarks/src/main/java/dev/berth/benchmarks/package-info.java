/** The speed of Berth compared with alternatives. Start with {@link Benchmarks}. */
@NullMarked
package dev.berth.benchmarks;

import org.jspecify.annotations.NullMarked;
