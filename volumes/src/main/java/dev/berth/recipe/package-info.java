/** What the recipes for servers have in common. Start with {@link Recipe}. */
@NullMarked
@PublicApi
package dev.berth.recipe;

import dev.berth.PublicApi;
import org.jspecify.annotations.NullMarked;
