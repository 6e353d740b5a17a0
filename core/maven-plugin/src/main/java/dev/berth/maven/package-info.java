/**
 * The Maven goals: each translates its parameters, runs a command and reports the result. Start with {@link TreeMojo}.
 */
@NullMarked
package dev.berth.maven;

import org.jspecify.annotations.NullMarked;
