package dev.berth.cel.cost;

import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.CelType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of an expression, as far as its cost depends on it.
 *
 * @param path the path of the value from {@code self}; null if it is not a value of the object
 * @param type its type
 * @param expression the expression; null for the elements of a list
 * @param size its size; null if the expression does not tell
 */
record Sized(
        @Nullable List<String> path,
        CelType type,
        @Nullable CelExpr expression,
        @Nullable Range size) {}
