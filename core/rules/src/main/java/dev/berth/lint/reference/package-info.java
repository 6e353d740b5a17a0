/**
 * Names that name nothing.
 *
 * <p>Start with {@link MissingObject}.
 */
@NullMarked
package dev.berth.lint.reference;

import org.jspecify.annotations.NullMarked;
