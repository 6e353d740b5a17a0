/**
 * Claims, volumes and storage classes that do not come together, or that lose data.
 *
 * <p>Start with {@link ClaimUnbound}.
 */
@NullMarked
package dev.berth.lint.storage;

import org.jspecify.annotations.NullMarked;
