/** What the recipes for servers have in common. Start with {@link dev.berth.recipe.Recipe}. */
@NullMarked
package dev.berth.recipe;

import org.jspecify.annotations.NullMarked;
