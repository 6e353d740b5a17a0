package dev.berth.cel.cost;

import dev.cel.common.ast.CelExpr;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What calls cost: first as the extensions of lists and sets say, then as Kubernetes says, then as CEL says. Mirrors
 * {@code functionCost} in {@code checker/cost.go} of {@code cel-go}.
 */
final class FunctionCost {
    private static final Set<String> COMPARISONS = Set.of(
            "less_string",
            "greater_string",
            "less_equals_string",
            "greater_equals_string",
            "less_bytes",
            "greater_bytes",
            "less_equals_bytes",
            "greater_equals_bytes",
            "equals",
            "not_equals");

    private final Sizes sizes;
    private final KubernetesCost kubernetes;

    FunctionCost(Sizes sizes) {
        this.sizes = sizes;
        this.kubernetes = new KubernetesCost(sizes);
    }

    /** Returns the cost of a call with that of its arguments, but without that of its target. */
    CallCost cost(
            CelExpr expression, String overload, @Nullable Sized target, List<Sized> arguments, List<Range> costs) {
        CallCost special = ExtensionCost.cost(overload, target, arguments);
        if (special == null) {
            special = kubernetes.cost(expression.call().function(), overload, target, arguments);
        }
        if (special != null) {
            return new CallCost(special.cost().plus(sum(costs)), special.size());
        }
        switch (overload) {
            case "logical_or", "logical_and" -> {
                Range left = costs.get(0);
                return CallCost.of(new Range(left.min(), left.plus(costs.get(1)).max()));
            }
            case "conditional" -> {
                return conditional(expression, arguments, costs);
            }
            default -> {
                CallCost standard = standard(expression, overload, target, arguments);
                return new CallCost(standard.cost().plus(sum(costs)), standard.size());
            }
        }
    }

    private static Range sum(List<Range> costs) {
        return costs.stream().reduce(Range.ZERO, Range::plus);
    }

    private CallCost conditional(CelExpr expression, List<Sized> arguments, List<Range> costs) {
        Range size = orUnknown(arguments.get(1)).union(orUnknown(arguments.get(2)));
        sizes.setEntries(
                expression,
                union(expression.call().args().get(1), expression.call().args().get(2)));
        return new CallCost(costs.get(0).plus(costs.get(1).union(costs.get(2))), size);
    }

    private Sizes.@Nullable Entries union(CelExpr left, CelExpr right) {
        Sizes.Entries entries = sizes.entries(left);
        return entries == null ? null : entries.union(sizes.entries(right));
    }

    private CallCost standard(CelExpr expression, String overload, @Nullable Sized target, List<Sized> arguments) {
        if (COMPARISONS.contains(overload)) {
            long most = Math.min(
                    orUnknown(arguments.get(0)).max(),
                    orUnknown(arguments.get(1)).max());
            return CallCost.of(new Range(most > 0 ? 1 : 0, most).times(Costs.TRAVERSAL));
        }
        switch (overload) {
            case "string_format" -> {
                return target == null
                        ? CallCost.ONE
                        : CallCost.of(orUnknown(target).times(Costs.TRAVERSAL));
            }
            case "string_to_bytes" -> {
                Range size = orUnknown(arguments.get(0));
                return new CallCost(size.times(Costs.TRAVERSAL), new Range(size.min(), Range.multiply(size.max(), 4L)));
            }
            case "bytes_to_string" -> {
                Range size = orUnknown(arguments.get(0));
                return new CallCost(size.times(Costs.TRAVERSAL), new Range(size.min() / 4, size.max()));
            }
            case "strings_quote" -> {
                Range size = orUnknown(arguments.get(0));
                Range quoted = new Range(size.min(), Range.multiply(size.max(), 2L)).plus(Range.of(2));
                return new CallCost(size.times(Costs.TRAVERSAL), quoted);
            }
            case "starts_with_string", "ends_with_string" -> {
                return CallCost.of(orUnknown(arguments.get(0)).times(Costs.TRAVERSAL));
            }
            case "in_list" -> {
                return CallCost.of(orUnknown(arguments.get(1)));
            }
            case "matches_string" -> {
                return target == null
                        ? CallCost.ONE
                        : CallCost.of(matches(orUnknown(target), orUnknown(arguments.get(0))));
            }
            case "contains_string" -> {
                return target == null
                        ? CallCost.ONE
                        : CallCost.of(orUnknown(target)
                                .times(Costs.TRAVERSAL)
                                .times(orUnknown(arguments.get(0)).times(Costs.TRAVERSAL)));
            }
            case "add_string", "add_bytes", "add_list" -> {
                Range size = orUnknown(arguments.get(0)).plus(orUnknown(arguments.get(1)));
                sizes.setEntries(
                        expression,
                        union(
                                expression.call().args().get(0),
                                expression.call().args().get(1)));
                return new CallCost(overload.equals("add_list") ? Range.ONE : size.times(Costs.TRAVERSAL), size);
            }
            default -> {
                return CallCost.ONE;
            }
        }
    }

    /** Returns what a search costs: an empty string costs as much as one character. */
    static Range matches(Range text, Range expression) {
        return text.plus(Range.ONE).times(Costs.TRAVERSAL).times(expression.times(Costs.REGEX));
    }

    private static Range orUnknown(Sized sized) {
        return sized.size() == null ? Range.UNKNOWN : sized.size();
    }
}
