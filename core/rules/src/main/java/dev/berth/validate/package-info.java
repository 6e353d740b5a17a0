/**
 * Judges a directory of manifests that anybody wrote, and reports what is wrong with them.
 *
 * <p>Start with {@link Validation}.
 */
@NullMarked
package dev.berth.validate;

import org.jspecify.annotations.NullMarked;
