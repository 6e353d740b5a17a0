/**
 * The Maven goals: each calls the library on the class path of the project and reports the result. Start with
 * {@link TreeMojo}.
 */
@NullMarked
package dev.berth.maven;

import org.jspecify.annotations.NullMarked;
