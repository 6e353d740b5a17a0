/**
 * Checks a directory of manifests from any source, and reports what is wrong with them. Start with {@link Validation}.
 */
@NullMarked
package dev.berth.validate;

import org.jspecify.annotations.NullMarked;
