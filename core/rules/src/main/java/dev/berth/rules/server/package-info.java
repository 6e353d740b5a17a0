/**
 * The verdict of an API server on one object: decoding, defaults, admission and validation, in the server's order.
 * Start with {@link ApiServerRules}.
 */
@NullMarked
package dev.berth.rules.server;

import org.jspecify.annotations.NullMarked;
