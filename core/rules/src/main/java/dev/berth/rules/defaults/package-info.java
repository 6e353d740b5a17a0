/** The defaults that the API server sets before it validates an object. Start with {@link PodDefaults}. */
@NullMarked
package dev.berth.rules.defaults;

import org.jspecify.annotations.NullMarked;
