/** Services and the pods behind them. */
@NullMarked
package dev.berth.lint.service;

import org.jspecify.annotations.NullMarked;
