/** Services and the pods behind them. */
@NullMarked
package dev.berth.rules.broken.service;

import org.jspecify.annotations.NullMarked;
