package dev.berth.cel.library;

import dev.berth.cel.value.CelEquality;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelStandardFunctions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * The standard functions that work differently on values of custom resources, or in Go: equality, membership, the sum of
 * lists, the order of strings, and {@link Conversions}.
 */
final class Operators {
    private static final Set<String> REPLACED = Set.of(
            "ADD_LIST",
            "ADD_STRING",
            "DOUBLE_TO_STRING",
            "DURATION_TO_STRING",
            "DOUBLE_TO_DOUBLE",
            "STRING_TO_DOUBLE",
            "LESS_STRING",
            "LESS_BOOL",
            "LESS_EQUALS_STRING",
            "LESS_EQUALS_BOOL",
            "GREATER_STRING",
            "GREATER_BOOL",
            "GREATER_EQUALS_STRING",
            "GREATER_EQUALS_BOOL");

    private Operators() {}

    /** Returns the standard functions without those that are replaced. */
    static CelStandardFunctions remaining() {
        return CelStandardFunctions.newBuilder()
                .filterFunctions((function, overload) -> switch (function) {
                    case EQUALS, NOT_EQUALS, IN, DURATION, GET_MILLISECONDS, BOOL -> false;
                    default -> !REPLACED.contains(overload.toString());
                })
                .build();
    }

    /** Returns the functions that replace them. */
    static List<CelFunctionBinding> replacements() {
        List<CelFunctionBinding> bindings = new ArrayList<>();
        bindings.addAll(CelFunctionBinding.fromOverloads(
                "_==_", CelFunctionBinding.from("equals", Object.class, Object.class, CelEquality::equal)));
        bindings.addAll(CelFunctionBinding.fromOverloads(
                "_!=_",
                CelFunctionBinding.from(
                        "not_equals", Object.class, Object.class, (left, right) -> !CelEquality.equal(left, right))));
        bindings.addAll(CelFunctionBinding.fromOverloads(
                "@in",
                CelFunctionBinding.from(
                        "in_list", Object.class, List.class, (value, list) -> CelEquality.contains(list, value)),
                CelFunctionBinding.from("in_map", Object.class, Map.class, Operators::isKey)));
        // Two overloads at least, so that they are merged with the remaining ones
        bindings.addAll(CelFunctionBinding.fromOverloads(
                "_+_",
                CelFunctionBinding.from("add_list", List.class, List.class, CelEquality::plus),
                CelFunctionBinding.from("add_string", String.class, String.class, String::concat)));
        bindings.addAll(CelFunctionBinding.fromOverloads(
                "getMilliseconds",
                CelFunctionBinding.from("timestamp_to_milliseconds", Instant.class, Operators::milliseconds),
                CelFunctionBinding.from(
                        "timestamp_to_milliseconds_with_tz",
                        Instant.class,
                        String.class,
                        (time, zone) -> milliseconds(time)),
                CelFunctionBinding.from("duration_to_milliseconds", Duration.class, Duration::toMillis)));
        order(bindings, "_<_", "less", comparison -> comparison < 0);
        order(bindings, "_<=_", "less_equals", comparison -> comparison <= 0);
        order(bindings, "_>_", "greater", comparison -> comparison > 0);
        order(bindings, "_>=_", "greater_equals", comparison -> comparison >= 0);
        bindings.addAll(Conversions.bindings());
        return bindings;
    }

    private static boolean isKey(Object value, Map<?, ?> map) {
        CelEquality.requireValid(value);
        return map.containsKey(value)
                || (value instanceof Number && map.keySet().stream().anyMatch(key -> CelEquality.equal(key, value)));
    }

    private static long milliseconds(Instant time) {
        return Math.floorMod(time.toEpochMilli(), 1000L);
    }

    /** Go compares strings by their code points, Java by their {@code char} values. */
    @SuppressWarnings("Immutable") // The test has no state.
    private static void order(List<CelFunctionBinding> bindings, String function, String id, IntPredicate test) {
        bindings.addAll(CelFunctionBinding.fromOverloads(
                function,
                CelFunctionBinding.from(
                        id + "_string",
                        String.class,
                        String.class,
                        (one, other) -> test.test(Order.compare(one, other))),
                CelFunctionBinding.from(
                        id + "_bool",
                        Boolean.class,
                        Boolean.class,
                        (one, other) -> test.test(Order.compare(one, other)))));
    }
}
