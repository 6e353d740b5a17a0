/** Which pods, volumes and nodes a label selector selects. Start with {@link LabelSelectors}. */
@NullMarked
package dev.berth.rules.selector;

import org.jspecify.annotations.NullMarked;
