/** The rules of fields that every kind has: metadata, labels and label selectors. Start with {@link MetadataRules}. */
@NullMarked
package dev.berth.rules.meta;

import org.jspecify.annotations.NullMarked;
