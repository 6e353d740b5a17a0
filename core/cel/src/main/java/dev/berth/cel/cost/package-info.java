/**
 * What expressions cost: estimated before they are evaluated, and counted while they are.
 * Start with {@link ExpressionCost}.
 */
@NullMarked
package dev.berth.cel.cost;

import org.jspecify.annotations.NullMarked;
