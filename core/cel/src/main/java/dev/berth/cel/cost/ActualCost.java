package dev.berth.cel.cost;

import dev.berth.cel.library.AddressRange;
import dev.berth.cel.library.NamedFormat;
import dev.cel.common.values.CelByteString;
import dev.cel.common.values.NullValue;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What a call costs for its values. Mirrors {@code CallCost} in
 * {@code staging/src/k8s.io/apiserver/pkg/cel/library/cost.go}, and {@code costCall} in
 * {@code interpreter/runtimecost.go} of {@code cel-go}.
 */
final class ActualCost {
    private ActualCost() {}

    static long of(String function, List<Object> arguments, Object result) {
        Object first = arguments.isEmpty() ? NullValue.NULL_VALUE : arguments.get(0);
        Object second = arguments.size() < 2 ? NullValue.NULL_VALUE : arguments.get(1);
        return switch (function) {
            case "_&&_", "_||_", "_?_:_" -> 0;
            case "isSorted", "sum", "max", "min", "indexOf", "lastIndexOf" -> traversal(first);
            case "url",
                    "lowerAscii",
                    "upperAscii",
                    "substring",
                    "trim",
                    "cidr",
                    "isIP",
                    "isCIDR",
                    "quantity",
                    "isQuantity",
                    "semver",
                    "isSemver",
                    "startsWith",
                    "endsWith",
                    "bytes",
                    "strings.quote",
                    "format" -> scaled(ValueSize.of(first), Costs.TRAVERSAL);
            case "string" -> first instanceof CelByteString ? scaled(ValueSize.of(first), Costs.TRAVERSAL) : 1;
            case "replace", "split", "ip.isCanonical" -> scaled(ValueSize.of(first), 2 * Costs.TRAVERSAL);
            case "join" -> scaled(ValueSize.of(result), 2 * Costs.TRAVERSAL);
            case "ip" -> first instanceof AddressRange ? 1 : scaled(ValueSize.of(first), Costs.TRAVERSAL);
            case "containsIP" -> addresses(first, second, 0);
            case "containsCIDR" -> addresses(first, second, scaled(ValueSize.of(first), Costs.TRAVERSAL) + 1);
            case "find", "findAll", "matches" -> matches(ValueSize.of(first), ValueSize.of(second));
            case "validate" ->
                first instanceof NamedFormat format ? matches(ValueSize.of(second), format.regexSize()) : 1;
            case "contains" ->
                scaled(ValueSize.of(first), Costs.TRAVERSAL) * scaled(ValueSize.of(second), Costs.TRAVERSAL);
            case "@in" -> second instanceof Map ? 1 : ValueSize.of(second);
            case "_==_", "_!=_", "_<_", "_<=_", "_>_", "_>=_" ->
                scaled(Math.min(ValueSize.of(first), ValueSize.of(second)), Costs.TRAVERSAL);
            case "_+_" -> isText(first) ? scaled(ValueSize.of(first) + ValueSize.of(second), Costs.TRAVERSAL) : 1;
            case "slice", "lists.range", "reverse" -> creating(1, ValueSize.of(result));
            case "flatten" -> creating(second instanceof Long depth ? depth : 1, ValueSize.of(first));
            case "distinct", "sort" -> compared(first);
            case "@sortByAssociatedKeys" -> compared(second);
            case "sets.contains", "sets.intersects" -> 1 + ValueSize.of(first) * ValueSize.of(second);
            case "sets.equivalent" -> 1 + 2 * ValueSize.of(first) * ValueSize.of(second);
            default -> 1;
        };
    }

    private static long scaled(long size, double factor) {
        return (long) Math.ceil(size * factor);
    }

    private static boolean isText(Object value) {
        return value instanceof String || value instanceof CelByteString;
    }

    private static long matches(long text, long expression) {
        return scaled(1 + text, Costs.TRAVERSAL) * scaled(expression, Costs.REGEX);
    }

    private static long addresses(Object range, Object other, long more) {
        long cost = scaled(2 * ValueSize.of(range), Costs.TRAVERSAL) + more;
        return other instanceof String ? cost + scaled(ValueSize.of(other), Costs.TRAVERSAL) : cost;
    }

    private static long creating(double factor, long size) {
        return (long) (size * factor) + 1 + Costs.LIST;
    }

    private static long compared(Object list) {
        long size = ValueSize.of(list);
        boolean text = list instanceof List<?> elements && !elements.isEmpty() && isText(elements.get(0));
        return creating(text ? 2 + Costs.TRAVERSAL : 2, size * size);
    }

    private static long traversal(Object value) {
        if (isText(value)) {
            return (long) (ValueSize.bytes(value) * Costs.TRAVERSAL);
        }
        if (value instanceof Collection<?> list) {
            return list.stream().mapToLong(ActualCost::traversal).sum();
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .mapToLong(entry -> traversal(entry.getKey()) + traversal(entry.getValue()))
                    .sum();
        }
        return 1;
    }
}
