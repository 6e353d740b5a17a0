/**
 * Which labels a selector selects: of pods and volumes, and of nodes.
 *
 * <p>Start with {@link LabelSelectors}.
 */
@NullMarked
package dev.berth.rules.selector;

import org.jspecify.annotations.NullMarked;
