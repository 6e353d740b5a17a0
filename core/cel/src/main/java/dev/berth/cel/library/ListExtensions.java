package dev.berth.cel.library;

import static dev.berth.cel.library.ListFunctions.list;
import static dev.cel.common.types.SimpleType.DYN;
import static dev.cel.common.types.SimpleType.INT;

import dev.berth.cel.value.RuleError;
import dev.cel.common.types.ListType;
import dev.cel.common.types.TypeParamType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Parts, orders and ranges of lists. Mirrors {@code ext/lists.go} of {@code cel-go}, version 3. */
final class ListExtensions {
    /** What the macro {@code sortBy} calls. */
    static final String SORT_BY_KEYS = "@sortByAssociatedKeys";

    /** A longer list costs more than one evaluation may. */
    private static final long MOST_ELEMENTS = 1_000_000;

    private ListExtensions() {}

    static void addTo(FunctionTable table) {
        TypeParamType element = TypeParamType.create("T");
        ListType ofAny = ListType.create(element);
        table.member(
                "slice",
                "list_slice",
                ofAny,
                args -> slice(list(args), (Long) args[1], (Long) args[2]),
                ofAny,
                INT,
                INT);
        table.member("flatten", "list_flatten", ofAny, args -> flatten(list(args), 1), ListType.create(ofAny));
        table.member(
                "flatten",
                "list_flatten_int",
                ListType.create(DYN),
                args -> flatten(list(args), (Long) args[1]),
                ListType.create(DYN),
                INT);
        table.global("lists.range", "lists_range", ListType.create(INT), args -> range((Long) args[0]), INT);
        table.member("reverse", "list_reverse", ofAny, args -> reverse(list(args)), ofAny);
        table.member("distinct", "list_distinct", ofAny, args -> distinct(list(args)), ofAny);
        ListFunctions.COMPARABLE.forEach((name, type) -> {
            ListType ofKeys = ListType.create(type);
            table.member("sort", "list_" + type.name() + "_sort", ofKeys, args -> sort(list(args), list(args)), ofKeys);
            table.member(
                    SORT_BY_KEYS,
                    "list_" + type.name() + "_sortByAssociatedKeys",
                    ofAny,
                    args -> sort(list(args), (List<?>) args[1]),
                    ofAny,
                    ofKeys);
        });
    }

    private static List<?> slice(List<?> list, long start, long end) {
        if (start < 0 || end < 0) {
            throw new RuleError("cannot slice(" + start + ", " + end + "), negative indexes not supported");
        }
        if (start > end || end > list.size()) {
            throw new RuleError("cannot slice(" + start + ", " + end + "), list is length " + list.size());
        }
        return List.copyOf(list.subList((int) start, (int) end));
    }

    private static List<Object> flatten(List<?> list, long depth) {
        if (depth < 0) {
            throw new RuleError("level must be non-negative");
        }
        List<Object> flat = new ArrayList<>();
        for (Object element : list) {
            if (depth > 0 && element instanceof List<?> nested) {
                flat.addAll(flatten(nested, depth - 1));
            } else {
                flat.add(element);
            }
        }
        return flat;
    }

    private static List<Long> range(long size) {
        if (size > MOST_ELEMENTS) {
            throw new RuleError("a range of " + size + " numbers costs more than the server allows");
        }
        return LongStream.range(0, size).boxed().toList();
    }

    private static List<?> reverse(List<?> list) {
        List<?> reversed = new ArrayList<>(list);
        Collections.reverse(reversed);
        return reversed;
    }

    private static List<Object> distinct(List<?> list) {
        List<Object> distinct = new ArrayList<>();
        for (Object element : list) {
            if (distinct.stream().noneMatch(known -> ListFunctions.equal(element, known))) {
                distinct.add(element);
            }
        }
        return distinct;
    }

    private static List<?> sort(List<?> list, List<?> keys) {
        if (list.size() != keys.size()) {
            throw new RuleError("sortBy expected as many keys as elements, but got " + keys.size());
        }
        boolean sameType = keys.stream().map(Object::getClass).distinct().count() <= 1;
        if (!sameType) {
            throw new RuleError("list elements must have the same type");
        }
        return IntStream.range(0, list.size())
                .boxed()
                .sorted((left, right) -> Order.compare(keys.get(left), keys.get(right)))
                .map(list::get)
                .toList();
    }
}
