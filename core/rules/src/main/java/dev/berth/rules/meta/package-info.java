/** The rules of what every kind has: metadata, labels and label selectors. */
@NullMarked
package dev.berth.rules.meta;

import org.jspecify.annotations.NullMarked;
