/** The rules of Service and NetworkPolicy. Start with {@link ServiceRules}. */
@NullMarked
package dev.berth.rules.network;

import org.jspecify.annotations.NullMarked;
