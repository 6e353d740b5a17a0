/** The rules as a gate: what a set must pass before a byte of it is written. */
@NullMarked
package dev.berth.gate;

import org.jspecify.annotations.NullMarked;
