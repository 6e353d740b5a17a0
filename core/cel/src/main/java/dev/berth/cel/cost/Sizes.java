package dev.berth.cel.cost;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.CelKind;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The sizes of the parts of an expression, and their paths in the object. */
final class Sizes {
    /** The sizes of the keys and values of a list or map. */
    record Entries(boolean isList, Range keys, Range values) {
        @Nullable Entries union(@Nullable Entries other) {
            return other == null ? null : new Entries(isList, keys.union(other.keys), values.union(other.values));
        }
    }

    private record Variable(
            @Nullable List<String> path,
            @Nullable Range size,
            @Nullable Entries entries) {}

    private static final String ACCUMULATOR = "@result";
    private static final String INDICES = "@indices";

    private final CelAbstractSyntaxTree tree;
    private final SizeLookup lookup;
    private final Map<Long, List<String>> paths = new HashMap<>();
    private final Map<Long, Range> known = new HashMap<>();
    private final Map<Long, Entries> knownEntries = new HashMap<>();
    private final Map<String, Deque<Variable>> variables = new HashMap<>();

    Sizes(CelAbstractSyntaxTree tree, SizeLookup lookup) {
        this.tree = tree;
        this.lookup = lookup;
    }

    static List<String> below(@Nullable List<String> path, String step) {
        List<String> below = path == null ? new ArrayList<>() : new ArrayList<>(path);
        below.add(step);
        return below;
    }

    CelType type(CelExpr expression) {
        return tree.getType(expression.id()).orElse(SimpleType.DYN);
    }

    @Nullable List<String> path(CelExpr expression) {
        if (expression.exprKind().getKind() == CelExpr.ExprKind.Kind.IDENT) {
            Variable variable = variable(expression);
            if (variable != null) {
                return variable.path;
            }
        }
        return paths.get(expression.id());
    }

    void setPath(CelExpr expression, @Nullable List<String> path) {
        if (path != null) {
            paths.put(expression.id(), path);
        }
    }

    @Nullable List<String> pathOfVariable(String name) {
        Deque<Variable> bound = variables.get(name);
        return bound == null || bound.isEmpty() ? List.of(name) : bound.peek().path;
    }

    private @Nullable Variable variable(CelExpr identifier) {
        Deque<Variable> bound = variables.get(identifier.ident().name());
        return bound == null ? null : bound.peek();
    }

    /** Binds a variable to the value of an expression. */
    void bind(String name, CelExpr value) {
        push(name, new Variable(path(value), size(value), entries(value)));
    }

    /** Binds a variable to the elements of a list, or to the keys of a map. */
    void bindElement(String name, CelExpr range) {
        Entries entries = entries(range);
        boolean list = isList(range, entries);
        Range size = entries == null ? null : list ? entries.values : entries.keys;
        push(name, new Variable(below(path(range), list ? SizeLookup.ITEMS : SizeLookup.KEYS), size, null));
    }

    /** Binds a variable to the positions of a list, or to the keys of a map. */
    void bindKey(String name, CelExpr range) {
        Entries entries = entries(range);
        String step = isList(range, entries) ? INDICES : SizeLookup.KEYS;
        push(name, new Variable(below(path(range), step), entries == null ? null : entries.keys, null));
    }

    /** Binds a variable to the elements of a list, or to the values of a map. */
    void bindValue(String name, CelExpr range) {
        Entries entries = entries(range);
        String step = isList(range, entries) ? SizeLookup.ITEMS : SizeLookup.VALUES;
        push(name, new Variable(below(path(range), step), entries == null ? null : entries.values, null));
    }

    private boolean isList(CelExpr range, @Nullable Entries entries) {
        return entries == null ? type(range).kind() == CelKind.LIST : entries.isList;
    }

    private void push(String name, Variable variable) {
        variables.computeIfAbsent(name, unbound -> new ArrayDeque<>()).push(variable);
    }

    void release(String name) {
        Objects.requireNonNull(variables.get(name), name).pop();
    }

    Sized sized(CelExpr expression) {
        List<String> path = path(expression);
        boolean ofObject = path != null && !path.isEmpty() && !path.get(0).equals(ACCUMULATOR);
        return new Sized(ofObject ? path : null, type(expression), expression, size(expression));
    }

    void setSize(CelExpr expression, @Nullable Range size) {
        if (size != null) {
            known.put(expression.id(), size);
        }
    }

    void setEntries(CelExpr expression, @Nullable Entries entries) {
        if (entries != null) {
            knownEntries.put(expression.id(), entries);
        }
    }

    void copy(CelExpr to, CelExpr from) {
        setSize(to, size(from));
        setEntries(to, entries(from));
    }

    Range sizeOrUnknown(CelExpr expression) {
        Range size = size(expression);
        return size == null ? Range.UNKNOWN : size;
    }

    /** Returns the size of a value; null if nothing limits it. */
    @Nullable Range size(CelExpr expression) {
        Range size = known.get(expression.id());
        if (size != null) {
            return size;
        }
        size = literal(expression);
        if (size != null) {
            return size;
        }
        size = declared(path(expression));
        if (size != null) {
            known.put(expression.id(), size);
            return size;
        }
        if (isScalar(type(expression))) {
            return Range.ONE;
        }
        Variable variable =
                expression.exprKind().getKind() == CelExpr.ExprKind.Kind.IDENT ? variable(expression) : null;
        return variable == null ? null : variable.size;
    }

    /** Returns the size that the schema allows for a path. */
    @Nullable Range declared(@Nullable List<String> path) {
        Long largest = path == null || path.isEmpty() ? null : lookup.largest(path);
        return largest == null ? null : new Range(0, largest);
    }

    /** Returns the sizes of keys and values, if the expression creates them. */
    @Nullable Entries entries(CelExpr expression) {
        Entries entries = knownEntries.get(expression.id());
        if (entries != null || expression.exprKind().getKind() != CelExpr.ExprKind.Kind.IDENT) {
            return entries;
        }
        Variable variable = variable(expression);
        return variable == null ? null : variable.entries;
    }

    private static @Nullable Range literal(CelExpr expression) {
        return switch (expression.exprKind().getKind()) {
            case CONSTANT -> literal(expression.constant());
            case LIST -> Range.of(expression.list().elements().size());
            case MAP -> Range.of(expression.map().entries().size());
            default -> null;
        };
    }

    private static Range literal(CelConstant constant) {
        return switch (constant.getKind()) {
            case STRING_VALUE ->
                Range.of(constant.stringValue()
                        .codePointCount(0, constant.stringValue().length()));
            case BYTES_VALUE -> Range.of(constant.bytesValue().size());
            default -> Range.ONE;
        };
    }

    private static boolean isScalar(CelType type) {
        return switch (type.kind()) {
            case BOOL, DOUBLE, DURATION, INT, TIMESTAMP, UINT -> true;
            case OPAQUE ->
                type.name().equals("optional_type")
                        && isScalar(type.parameters().get(0));
            default -> false;
        };
    }
}
