/**
 * Services and the pods behind them.
 *
 * <p>Start with {@link GoverningServiceMissing}.
 */
@NullMarked
package dev.berth.lint.service;

import org.jspecify.annotations.NullMarked;
