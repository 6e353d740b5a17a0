package dev.berth.cel.library;

import static dev.cel.common.types.SimpleType.BOOL;
import static dev.cel.common.types.SimpleType.BYTES;
import static dev.cel.common.types.SimpleType.DOUBLE;
import static dev.cel.common.types.SimpleType.DURATION;
import static dev.cel.common.types.SimpleType.INT;
import static dev.cel.common.types.SimpleType.STRING;
import static dev.cel.common.types.SimpleType.TIMESTAMP;
import static dev.cel.common.types.SimpleType.UINT;

import com.google.common.primitives.UnsignedLong;
import dev.berth.cel.value.CelEquality;
import dev.berth.cel.value.RuleError;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.TypeParamType;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BinaryOperator;

/** Sums, extremes and positions of lists. Mirrors {@code staging/src/k8s.io/apiserver/pkg/cel/library/lists.go}. */
final class ListFunctions {
    /** The types that have an order, with their names in the IDs of overloads. */
    static final Map<String, CelType> COMPARABLE = comparable();

    private ListFunctions() {}

    static void addTo(FunctionTable table) {
        COMPARABLE.forEach((name, type) -> {
            ListType list = ListType.create(type);
            table.member("isSorted", "list_" + name + "_is_sorted_bool", BOOL, args -> isSorted(list(args)), list);
            table.member("max", "list_" + name + "_max_" + name, type, args -> extreme("max", list(args), -1), list);
            table.member("min", "list_" + name + "_min_" + name, type, args -> extreme("min", list(args), 1), list);
        });
        sum(table, "int", INT, 0L, (sum, next) -> Math.addExact((Long) sum, (Long) next));
        sum(table, "double", DOUBLE, 0.0, (sum, next) -> (Double) sum + (Double) next);
        sum(table, "duration", DURATION, Duration.ZERO, (sum, next) -> ((Duration) sum).plus((Duration) next));
        sum(table, "uint", UINT, UnsignedLong.ZERO, (sum, next) -> plus((UnsignedLong) sum, (UnsignedLong) next));
        TypeParamType any = TypeParamType.create("A");
        table.member("indexOf", "list_a_index_of_int", INT, args -> indexOf(list(args), args[1]), list(any), any);
        table.member(
                "lastIndexOf",
                "list_a_last_index_of_int",
                INT,
                args -> lastIndexOf(list(args), args[1]),
                list(any),
                any);
    }

    private static Map<String, CelType> comparable() {
        Map<String, CelType> types = new LinkedHashMap<>();
        for (CelType type : List.of(INT, UINT, DOUBLE, BOOL, DURATION, TIMESTAMP, STRING, BYTES)) {
            types.put(type.kind().name().toLowerCase(Locale.ROOT), type);
        }
        return types;
    }

    @SuppressWarnings("Immutable") // The function has no state, and zero is a number or a duration.
    private static void sum(FunctionTable table, String name, CelType type, Object zero, BinaryOperator<Object> adder) {
        table.member("sum", "list_" + name + "_sum_" + name, type, args -> sum(list(args), zero, adder), list(type));
    }

    private static Object sum(List<?> list, Object zero, BinaryOperator<Object> adder) {
        if (!list.isEmpty() && list.get(0) instanceof Number first && first.getClass() != zero.getClass()) {
            return ofOtherNumbers(list, first);
        }
        Object sum = zero;
        for (Object element : list) {
            CelEquality.requireValid(element);
            try {
                sum = adder.apply(sum, element);
            } catch (ClassCastException otherType) {
                throw RuleError.noSuchOverload();
            } catch (ArithmeticException overflow) {
                throw new RuleError("integer overflow");
            }
        }
        return sum;
    }

    /** A list of the type {@code dyn} is summed up as its first element requires. */
    private static Object ofOtherNumbers(List<?> list, Number first) {
        if (first instanceof Long) {
            return sum(list, 0L, (sum, next) -> Math.addExact((Long) sum, (Long) next));
        }
        return first instanceof Double
                ? sum(list, 0.0, (sum, next) -> (Double) sum + (Double) next)
                : sum(list, UnsignedLong.ZERO, (sum, next) -> plus((UnsignedLong) sum, (UnsignedLong) next));
    }

    private static UnsignedLong plus(UnsignedLong one, UnsignedLong other) {
        UnsignedLong sum = one.plus(other);
        if (sum.compareTo(one) < 0) {
            throw new ArithmeticException("overflow");
        }
        return sum;
    }

    private static boolean isSorted(List<?> list) {
        for (int i = 1; i < list.size(); i++) {
            if (Order.compare(list.get(i - 1), list.get(i)) > 0) {
                return false;
            }
        }
        list.forEach(CelEquality::requireValid);
        return true;
    }

    private static Object extreme(String function, List<?> list, int replacing) {
        if (list.isEmpty()) {
            throw new RuleError(function + " called on empty list");
        }
        Object result = list.get(0);
        CelEquality.requireValid(result);
        for (Object element : list.subList(1, list.size())) {
            if (Integer.signum(Order.compare(result, element)) == replacing) {
                result = element;
            }
        }
        return result;
    }

    private static long indexOf(List<?> list, Object value) {
        for (int i = 0; i < list.size(); i++) {
            if (equal(list.get(i), value)) {
                return i;
            }
        }
        return -1;
    }

    private static long lastIndexOf(List<?> list, Object value) {
        for (int i = list.size() - 1; i >= 0; i--) {
            if (equal(list.get(i), value)) {
                return i;
            }
        }
        return -1;
    }

    /** Values that cannot be compared are different here, as in the server. */
    static boolean equal(Object element, Object value) {
        try {
            return CelEquality.equal(element, value);
        } catch (RuleError incomparable) {
            return false;
        }
    }

    static List<?> list(Object[] args) {
        return (List<?>) args[0];
    }

    static ListType list(CelType ofElements) {
        return ListType.create(ofElements);
    }
}
