/**
 * What the API server accepts and does not tell: restarts, and data that is deleted, left behind or out of reach.
 *
 * <p>Start with {@link EffectRules}.
 */
@NullMarked
package dev.berth.review.effect;

import org.jspecify.annotations.NullMarked;
