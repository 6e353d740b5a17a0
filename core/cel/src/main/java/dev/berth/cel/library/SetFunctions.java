package dev.berth.cel.library;

import static dev.cel.common.types.SimpleType.BOOL;

import dev.berth.cel.value.CelEquality;
import dev.cel.common.types.ListType;
import dev.cel.common.types.TypeParamType;
import java.util.List;

/** Lists as sets. Mirrors {@code ext/sets.go} of {@code cel-go}. */
final class SetFunctions {
    private SetFunctions() {}

    static void addTo(FunctionTable table) {
        ListType list = ListType.create(TypeParamType.create("T"));
        table.global(
                "sets.contains",
                "list_sets_contains_list",
                BOOL,
                args -> contains((List<?>) args[0], (List<?>) args[1]),
                list,
                list);
        table.global(
                "sets.equivalent",
                "list_sets_equivalent_list",
                BOOL,
                args -> contains((List<?>) args[0], (List<?>) args[1])
                        && contains((List<?>) args[1], (List<?>) args[0]),
                list,
                list);
        table.global(
                "sets.intersects",
                "list_sets_intersects_list",
                BOOL,
                args -> ((List<?>) args[0]).stream().anyMatch(element -> has((List<?>) args[1], element)),
                list,
                list);
    }

    private static boolean contains(List<?> list, List<?> part) {
        return part.stream().allMatch(element -> CelEquality.contains(list, element));
    }

    /** An element that cannot be compared is not in the list here. */
    private static boolean has(List<?> list, Object element) {
        return list.stream().anyMatch(other -> ListFunctions.equal(other, element));
    }
}
