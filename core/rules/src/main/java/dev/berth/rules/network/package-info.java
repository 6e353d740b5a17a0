/**
 * The rules of Service and NetworkPolicy.
 *
 * <p>Start with {@link ServiceRules}.
 */
@NullMarked
package dev.berth.rules.network;

import org.jspecify.annotations.NullMarked;
