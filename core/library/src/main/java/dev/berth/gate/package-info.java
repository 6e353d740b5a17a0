/**
 * The rules as a gate: what a set must pass before a byte of it is written.
 *
 * <p>Start with {@link SetGate}.
 */
@NullMarked
package dev.berth.gate;

import org.jspecify.annotations.NullMarked;
