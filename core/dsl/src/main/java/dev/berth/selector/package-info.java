/** How declarations select pods, and conditions on labels. Start with {@link dev.berth.selector.SelectablePods}. */
@NullMarked
package dev.berth.selector;

import org.jspecify.annotations.NullMarked;
