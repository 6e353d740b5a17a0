/** The rules of Service and NetworkPolicy. */
@NullMarked
package dev.berth.rules.network;

import org.jspecify.annotations.NullMarked;
