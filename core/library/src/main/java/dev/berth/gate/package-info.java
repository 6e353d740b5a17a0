/** The gate: the checks that a set must pass before Berth writes a file. Start with {@link SetGate}. */
@NullMarked
package dev.berth.gate;

import org.jspecify.annotations.NullMarked;
