/**
 * What an accepted change does to the cluster: pods restart, or data is deleted, left behind or out of reach. Start
 * with {@link EffectRules}.
 */
@NullMarked
package dev.berth.review.effect;

import org.jspecify.annotations.NullMarked;
