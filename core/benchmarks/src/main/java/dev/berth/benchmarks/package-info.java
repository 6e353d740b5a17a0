/** How fast Berth writes and renders, beside what else could do it. */
@NullMarked
package dev.berth.benchmarks;

import org.jspecify.annotations.NullMarked;
