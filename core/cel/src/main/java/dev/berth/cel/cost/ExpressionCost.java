package dev.berth.cel.cost;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelReference;
import dev.cel.common.types.CelKind;
import dev.cel.common.types.SimpleType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Estimates what an expression costs at most, from the limits of the schema.
 *
 * <p>Mirrors {@code coster} in {@code checker/cost.go} of {@code cel-go} 0.26, where {@code has} is free.
 */
public final class ExpressionCost {
    private static final Range SELECT = Range.of(Costs.SELECT);

    private final CelAbstractSyntaxTree tree;
    private final Sizes sizes;
    private final FunctionCost functions;

    private ExpressionCost(CelAbstractSyntaxTree tree, SizeLookup lookup) {
        this.tree = tree;
        this.sizes = new Sizes(tree, lookup);
        this.functions = new FunctionCost(sizes);
    }

    /** Returns the most that the expression can cost; the largest {@code long} if there is no limit. */
    public static long most(CelAbstractSyntaxTree tree, SizeLookup lookup) {
        return new ExpressionCost(tree, lookup).cost(tree.getExpr()).max();
    }

    private Range cost(CelExpr expression) {
        return switch (expression.exprKind().getKind()) {
            case IDENT -> {
                sizes.setPath(
                        expression, sizes.pathOfVariable(expression.ident().name()));
                yield SELECT;
            }
            case SELECT -> select(expression, expression.select());
            case CALL -> call(expression, expression.call());
            case LIST -> list(expression, expression.list());
            case MAP -> map(expression, expression.map());
            case COMPREHENSION ->
                isBind(expression.comprehension())
                        ? bind(expression, expression.comprehension())
                        : comprehension(expression, expression.comprehension());
            default -> Range.ZERO;
        };
    }

    private Range select(CelExpr expression, CelExpr.CelSelect select) {
        Range cost = cost(select.operand());
        if (select.testOnly()) {
            return cost;
        }
        CelKind kind =
                tree.getType(select.operand().id()).orElse(SimpleType.DYN).kind();
        sizes.setPath(expression, Sizes.below(sizes.path(select.operand()), select.field()));
        boolean counts = kind == CelKind.MAP || kind == CelKind.STRUCT || kind == CelKind.TYPE_PARAM;
        return counts ? cost.plus(SELECT) : cost;
    }

    private Range call(CelExpr expression, CelExpr.CelCall call) {
        if (call.function().equals("dyn")) {
            Range cost = cost(call.args().get(0));
            sizes.copy(expression, call.args().get(0));
            return cost.plus(Range.ONE);
        }
        List<Range> costs = new ArrayList<>();
        List<Sized> arguments = new ArrayList<>();
        for (CelExpr argument : call.args()) {
            costs.add(cost(argument));
            arguments.add(sizes.sized(argument));
        }
        List<String> overloads = tree.getReference(expression.id())
                .map(CelReference::overloadIds)
                .map(List::copyOf)
                .orElse(List.of());
        if (overloads.isEmpty()) {
            return Range.ZERO;
        }
        Optional<CelExpr> targetExpression = call.target();
        Range ofTarget = targetExpression.map(this::cost).orElse(Range.ZERO);
        Sized target = targetExpression.map(sizes::sized).orElse(null);
        Range ofCall = new Range(Long.MAX_VALUE, 0);
        Range size = null;
        for (String overload : overloads) {
            CallCost cost = functions.cost(expression, overload, target, arguments, costs);
            ofCall = ofCall.union(cost.cost());
            size = cost.size() == null ? size : size == null ? cost.size() : size.union(cost.size());
            size = indexed(expression, overload, call.args(), size);
            size = size == null ? sizes.size(expression) : size;
        }
        sizes.setSize(expression, size);
        return ofTarget.plus(ofCall);
    }

    /** An element of a list or map has a path, and the size that was computed for all of them. */
    private @Nullable Range indexed(
            CelExpr expression, String overload, List<CelExpr> arguments, @Nullable Range size) {
        boolean list = overload.equals("index_list");
        if (!list && !overload.equals("index_map")) {
            return size;
        }
        CelExpr container = arguments.get(0);
        String step = list ? SizeLookup.ITEMS : SizeLookup.VALUES;
        sizes.setPath(expression, Sizes.below(sizes.path(container), step));
        Sizes.Entries entries = sizes.entries(container);
        return entries == null ? null : entries.values();
    }

    private Range list(CelExpr expression, CelExpr.CelList list) {
        Range cost = Range.of(Costs.LIST);
        Range element = new Range(list.elements().isEmpty() ? 0 : Long.MAX_VALUE, 0);
        for (CelExpr item : list.elements()) {
            cost = cost.plus(cost(item));
            element = element.union(sizes.sizeOrUnknown(item));
        }
        sizes.setEntries(expression, new Sizes.Entries(true, Range.ONE, element));
        return cost;
    }

    private Range map(CelExpr expression, CelExpr.CelMap map) {
        Range cost = Range.of(Costs.MAP);
        Range key = new Range(map.entries().isEmpty() ? 0 : Long.MAX_VALUE, 0);
        Range value = key;
        for (CelExpr.CelMap.Entry entry : map.entries()) {
            cost = cost.plus(cost(entry.key())).plus(cost(entry.value()));
            key = key.union(sizes.sizeOrUnknown(entry.key()));
            value = value.union(sizes.sizeOrUnknown(entry.value()));
        }
        sizes.setEntries(expression, new Sizes.Entries(false, key, value));
        return cost;
    }

    private Range comprehension(CelExpr expression, CelExpr.CelComprehension comprehension) {
        CelExpr range = comprehension.iterRange();
        CelExpr start = comprehension.accuInit();
        Range cost = cost(range).plus(cost(start));
        sizes.bind(comprehension.accuVar(), start);
        boolean twoVariables = !comprehension.iterVar2().isEmpty();
        if (twoVariables) {
            sizes.bindKey(comprehension.iterVar(), range);
            sizes.bindValue(comprehension.iterVar2(), range);
        } else {
            sizes.bindElement(comprehension.iterVar(), range);
        }
        Range ofLoop = cost(comprehension.loopCondition()).plus(cost(comprehension.loopStep()));
        sizes.release(comprehension.iterVar());
        if (twoVariables) {
            sizes.release(comprehension.iterVar2());
        }
        cost = cost.plus(cost(comprehension.result()));
        sizes.release(comprehension.accuVar());
        Range count = sizes.sizeOrUnknown(range);
        switch (start.exprKind().getKind()) {
            case CONSTANT -> sizes.setSize(expression, sizes.size(start));
            case LIST, MAP -> {
                sizes.setSize(expression, count);
                sizes.setEntries(expression, sizes.entries(comprehension.loopStep()));
            }
            default -> {}
        }
        return cost.plus(count.times(ofLoop));
    }

    /** A comprehension that the macros {@code optMap} and {@code sortBy} use to bind a variable. */
    private static boolean isBind(CelExpr.CelComprehension comprehension) {
        CelExpr range = comprehension.iterRange();
        CelExpr condition = comprehension.loopCondition();
        return range.exprKind().getKind() == CelExpr.ExprKind.Kind.LIST
                && range.list().elements().isEmpty()
                && condition.exprKind().getKind() == CelExpr.ExprKind.Kind.CONSTANT
                && condition.constant().getKind() == CelConstant.Kind.BOOLEAN_VALUE
                && !condition.constant().booleanValue();
    }

    private Range bind(CelExpr expression, CelExpr.CelComprehension bind) {
        Range cost = cost(bind.iterRange()).plus(cost(bind.accuInit()));
        sizes.bind(bind.accuVar(), bind.accuInit());
        cost = cost.plus(cost(bind.result()));
        sizes.release(bind.accuVar());
        sizes.copy(expression, bind.result());
        return cost;
    }
}
