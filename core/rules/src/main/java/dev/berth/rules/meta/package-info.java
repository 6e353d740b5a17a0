/**
 * The rules of what every kind has: metadata, labels and label selectors.
 *
 * <p>Start with {@link MetadataRules}.
 */
@NullMarked
package dev.berth.rules.meta;

import org.jspecify.annotations.NullMarked;
