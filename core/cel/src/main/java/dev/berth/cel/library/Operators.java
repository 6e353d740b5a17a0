package dev.berth.cel.library;

import dev.berth.cel.value.CelEquality;
import dev.berth.cel.value.DurationSyntax;
import dev.berth.cel.value.RuleError;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelStandardFunctions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The standard functions that work differently on values of custom resources, or in Go: equality, membership, the sum of
 * lists, and durations.
 */
final class Operators {
    private Operators() {}

    /** Returns the standard functions without those that are replaced. */
    static CelStandardFunctions remaining() {
        return CelStandardFunctions.newBuilder()
                .filterFunctions((function, overload) -> switch (function) {
                    case EQUALS, NOT_EQUALS, IN, DURATION, GET_MILLISECONDS -> false;
                    case STRING -> !List.of("DOUBLE_TO_STRING", "DURATION_TO_STRING")
                            .contains(overload.toString());

                    case ADD -> !List.of("ADD_LIST", "ADD_STRING").contains(overload.toString());
                    default -> true;
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
                "duration",
                CelFunctionBinding.from("duration_to_duration", Duration.class, duration -> duration),
                CelFunctionBinding.from("string_to_duration", String.class, Operators::duration)));
        bindings.addAll(CelFunctionBinding.fromOverloads(
                "getMilliseconds",
                CelFunctionBinding.from("timestamp_to_milliseconds", Instant.class, Operators::milliseconds),
                CelFunctionBinding.from(
                        "timestamp_to_milliseconds_with_tz",
                        Instant.class,
                        String.class,
                        (time, zone) -> milliseconds(time)),
                CelFunctionBinding.from("duration_to_milliseconds", Duration.class, Duration::toMillis)));
        bindings.addAll(CelFunctionBinding.fromOverloads(
                "string",
                CelFunctionBinding.from("double_to_string", Double.class, ValueText::of),
                CelFunctionBinding.from("duration_to_string", Duration.class, ValueText::of)));
        return bindings;
    }

    private static boolean isKey(Object value, Map<?, ?> map) {
        CelEquality.requireValid(value);
        return map.containsKey(value)
                || (value instanceof Number
                        && map.keySet().stream().anyMatch(key -> CelEquality.equal(key, value)));
    }

    private static long milliseconds(Instant time) {
        return Math.floorMod(time.toEpochMilli(), 1000L);
    }

    private static Duration duration(String text) {
        return DurationSyntax.parse(text)
                .orElseThrow(() -> new RuleError("type conversion error from 'string' to 'google.protobuf.Duration'"));
    }
}
