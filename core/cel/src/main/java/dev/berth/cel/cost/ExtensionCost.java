package dev.berth.cel.cost;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the extensions of lists and sets cost. Mirrors {@code ext/lists.go} and {@code ext/sets.go} of {@code cel-go}. */
final class ExtensionCost {
    private ExtensionCost() {}

    /** Returns the cost of the call itself; null if the function is not of these extensions. */
    static @Nullable CallCost cost(String overload, @Nullable Sized target, List<Sized> arguments) {
        return switch (overload) {
            case "list_sets_contains_list", "list_sets_intersects_list" -> sets(arguments, 1);
            case "list_sets_equivalent_list" -> sets(arguments, 2);
            case "lists_range" -> creating(1, Range.of(literal(arguments.get(0), Long.MAX_VALUE)));
            default -> target == null ? null : ofList(overload, target, arguments);
        };
    }

    private static @Nullable CallCost ofList(String overload, Sized target, List<Sized> arguments) {
        Range size = orUnknown(target);
        switch (overload) {
            case "list_slice" -> {
                long length = literal(arguments.get(1), size.max()) - literal(arguments.get(0), 0);
                // The server counts without a sign
                return creating(1, Range.of(length < 0 ? Long.MAX_VALUE : length));
            }
            case "list_flatten" -> {
                return creating(1, size);
            }
            case "list_flatten_int" -> {
                return creating((double) literal(arguments.get(0), Long.MAX_VALUE), size);
            }
            case "list_reverse" -> {
                return creating(1, size);
            }
            case "list_distinct" -> {
                return creating(2, size.times(size));
            }
            default -> {
                return sort(overload, size, arguments);
            }
        }
    }

    private static @Nullable CallCost sort(String overload, Range size, List<Sized> arguments) {
        boolean keys = overload.endsWith("_sortByAssociatedKeys");
        if (!keys && !overload.endsWith("_sort")) {
            return null;
        }
        Range sorted = keys ? orUnknown(arguments.get(0)) : size;
        boolean text = overload.startsWith("list_string_") || overload.startsWith("list_bytes_");
        return creating(text ? 2 + Costs.TRAVERSAL : 2, sorted.times(sorted));
    }

    private static CallCost sets(List<Sized> arguments, double factor) {
        Range comparisons = orUnknown(arguments.get(0)).times(orUnknown(arguments.get(1)));
        return CallCost.of(comparisons.times(factor).plus(Range.ONE));
    }

    private static CallCost creating(double factor, Range size) {
        return new CallCost(size.times(factor).plus(Range.of(1 + Costs.LIST)), size);
    }

    private static long literal(Sized argument, long otherwise) {
        CelExpr expression = argument.expression();
        if (expression == null
                || expression.exprKind().getKind() != CelExpr.ExprKind.Kind.CONSTANT
                || expression.constant().getKind() != CelConstant.Kind.INT64_VALUE) {
            return otherwise;
        }
        return Math.max(0, expression.constant().int64Value());
    }

    private static Range orUnknown(Sized sized) {
        return sized.size() == null ? Range.UNKNOWN : sized.size();
    }
}
