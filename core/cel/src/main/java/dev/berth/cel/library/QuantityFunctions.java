package dev.berth.cel.library;

import static dev.berth.cel.library.KubernetesTypes.QUANTITY;
import static dev.cel.common.types.SimpleType.BOOL;
import static dev.cel.common.types.SimpleType.DOUBLE;
import static dev.cel.common.types.SimpleType.INT;
import static dev.cel.common.types.SimpleType.STRING;

import dev.berth.cel.value.RuleError;

/** Quantities. Mirrors {@code staging/src/k8s.io/apiserver/pkg/cel/library/quantity.go}. */
final class QuantityFunctions {
    private QuantityFunctions() {}

    static void addTo(FunctionTable table) {
        table.global("quantity", "string_to_quantity", QUANTITY, args -> parse((String) args[0]), STRING);
        table.global(
                "isQuantity",
                "is_quantity_string",
                BOOL,
                args -> QuantityValue.parse((String) args[0]).isPresent(),
                STRING);
        table.global("sign", "quantity_sign", INT, args -> first(args).sign(), QUANTITY);
        table.member(
                "isInteger", "quantity_is_integer", BOOL, args -> first(args).isInteger(), QUANTITY);
        table.member("asInteger", "quantity_get_int", INT, args -> first(args).asInteger(), QUANTITY);
        table.member(
                "asApproximateFloat",
                "quantity_get_float",
                DOUBLE,
                args -> first(args).asApproximateFloat(),
                QUANTITY);
        table.member("isGreaterThan", "quantity_is_greater_than", BOOL, args -> compare(args) > 0, QUANTITY, QUANTITY);
        table.member("isLessThan", "quantity_is_less_than", BOOL, args -> compare(args) < 0, QUANTITY, QUANTITY);
        table.member("compareTo", "quantity_compare_to", INT, args -> (long) compare(args), QUANTITY, QUANTITY);
        table.member("add", "quantity_add", QUANTITY, args -> first(args).plus(second(args)), QUANTITY, QUANTITY);
        table.member("add", "quantity_add_int", QUANTITY, args -> first(args).plus(whole(args)), QUANTITY, INT);
        table.member("sub", "quantity_sub", QUANTITY, args -> first(args).minus(second(args)), QUANTITY, QUANTITY);
        table.member("sub", "quantity_sub_int", QUANTITY, args -> first(args).minus(whole(args)), QUANTITY, INT);
    }

    private static QuantityValue parse(String text) {
        return QuantityValue.parse(text).orElseThrow(() -> new RuleError("'" + text + "' is not a quantity"));
    }

    private static QuantityValue first(Object[] args) {
        return (QuantityValue) args[0];
    }

    private static QuantityValue second(Object[] args) {
        return (QuantityValue) args[1];
    }

    private static QuantityValue whole(Object[] args) {
        return QuantityValue.of((Long) args[1]);
    }

    private static int compare(Object[] args) {
        return Integer.signum(first(args).compareTo(second(args)));
    }
}
