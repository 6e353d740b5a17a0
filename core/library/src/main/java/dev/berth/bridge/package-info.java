/**
 * The entry point for a build tool that loads this library from the class path of the user's project. Start with
 * {@link Bridge}.
 */
@NullMarked
package dev.berth.bridge;

import org.jspecify.annotations.NullMarked;
