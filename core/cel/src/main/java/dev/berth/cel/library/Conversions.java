package dev.berth.cel.library;

import dev.berth.cel.value.DurationSyntax;
import dev.berth.cel.value.RuleError;
import dev.cel.runtime.CelFunctionBinding;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Conversions between strings and other values, in the syntax of Go. */
final class Conversions {
    private static final Pattern REAL = Pattern.compile(
            "[+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?|[+-]?0[xX][0-9a-fA-F.]+[pP][+-]?[0-9]+");
    private static final Set<String> TRUE = Set.of("1", "t", "T", "true", "TRUE", "True");
    private static final Set<String> FALSE = Set.of("0", "f", "F", "false", "FALSE", "False");

    private Conversions() {}

    /** Returns the functions that replace the standard ones. */
    static List<CelFunctionBinding> bindings() {
        List<CelFunctionBinding> bindings = new ArrayList<>();
        bindings.addAll(CelFunctionBinding.fromOverloads(
                "duration",
                CelFunctionBinding.from("duration_to_duration", Duration.class, duration -> duration),
                CelFunctionBinding.from("string_to_duration", String.class, Conversions::duration)));
        bindings.addAll(CelFunctionBinding.fromOverloads(
                "double",
                CelFunctionBinding.from("double_to_double", Double.class, real -> real),
                CelFunctionBinding.from("string_to_double", String.class, Conversions::real)));
        bindings.addAll(CelFunctionBinding.fromOverloads(
                "bool",
                CelFunctionBinding.from("bool_to_bool", Boolean.class, truth -> truth),
                CelFunctionBinding.from("string_to_bool", String.class, Conversions::truth)));
        bindings.addAll(CelFunctionBinding.fromOverloads(
                "string",
                CelFunctionBinding.from("double_to_string", Double.class, ValueText::of),
                CelFunctionBinding.from("duration_to_string", Duration.class, ValueText::of)));
        return bindings;
    }

    private static Duration duration(String text) {
        return DurationSyntax.parse(text)
                .orElseThrow(() -> new RuleError("type conversion error from 'string' to 'google.protobuf.Duration'"));
    }

    /** Mirrors {@code strconv.ParseFloat}. */
    private static Double real(String text) {
        String unsigned = text.replaceFirst("^[+-]", "");
        if (unsigned.equalsIgnoreCase("inf") || unsigned.equalsIgnoreCase("infinity")) {
            return text.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        if (text.equalsIgnoreCase("nan")) {
            return Double.NaN;
        }
        double real = REAL.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
        if (Double.isNaN(real) || Double.isInfinite(real)) {
            throw new RuleError("type conversion error from 'string' to 'double'");
        }
        return real;
    }

    /** Mirrors {@code strconv.ParseBool}. */
    private static Boolean truth(String text) {
        if (!TRUE.contains(text) && !FALSE.contains(text)) {
            throw new RuleError("type conversion error from 'string' to 'bool'");
        }
        return TRUE.contains(text);
    }
}
