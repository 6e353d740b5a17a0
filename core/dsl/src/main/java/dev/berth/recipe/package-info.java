/** What the recipes for servers have in common. Start with {@link Recipe}. */
@NullMarked
package dev.berth.recipe;

import org.jspecify.annotations.NullMarked;
