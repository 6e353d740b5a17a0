/**
 * The verdict of an API server on one object: decoding, defaults, admission and validation in its order.
 *
 * <p>Start with {@link ApiServerRules}.
 */
@NullMarked
package dev.berth.rules.server;

import org.jspecify.annotations.NullMarked;
