package dev.berth.cel.cost;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.CelKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the parts of an expression cost that are not calls, and the calls that cost nothing because the server folds them.
 *
 * <p>Mirrors {@code interpreter/planner.go} and {@code interpreter/decorators.go} of {@code cel-go} 0.26: literals are
 * folded, with conversions of literals; an index is part of the path to which it belongs; and so is a branch of a
 * conditional that only reads a value.
 */
public final class NodeCosts {
    private static final Set<String> CONVERSIONS =
            Set.of("bytes", "double", "duration", "int", "string", "timestamp", "uint");

    private final Map<Long, Long> costs = new HashMap<>();
    private final CelAbstractSyntaxTree tree;

    private NodeCosts(CelAbstractSyntaxTree tree) {
        this.tree = tree;
    }

    /** Returns the costs of the parts of an expression. */
    public static NodeCosts of(CelAbstractSyntaxTree tree) {
        NodeCosts costs = new NodeCosts(tree);
        costs.add(tree.getExpr());
        return costs;
    }

    /** Returns the cost of a part; -1 if it depends on the values. */
    long cost(CelExpr part) {
        return costs.getOrDefault(part.id(), -1L);
    }

    private void add(CelExpr expression) {
        switch (expression.exprKind().getKind()) {
            case IDENT -> costs.putIfAbsent(expression.id(), isType(expression) ? 0 : Costs.SELECT);
            case SELECT -> {
                costs.putIfAbsent(expression.id(), isType(expression) ? 0 : path(expression));
                add(expression.select().operand());
            }
            case CALL -> call(expression, expression.call());
            case LIST -> {
                costs.put(expression.id(), isFolded(expression) ? 0 : Costs.LIST);
                expression.list().elements().forEach(this::add);
            }
            case MAP -> {
                costs.put(expression.id(), isFolded(expression) ? 0 : Costs.MAP);
                expression.map().entries().forEach(entry -> {
                    add(entry.key());
                    add(entry.value());
                });
            }
            case COMPREHENSION -> {
                CelExpr.CelComprehension loop = expression.comprehension();
                costs.put(expression.id(), 0L);
                List.of(loop.iterRange(), loop.accuInit(), loop.loopCondition(), loop.loopStep(), loop.result())
                        .forEach(this::add);
            }
            default -> costs.put(expression.id(), 0L);
        }
    }

    private void call(CelExpr expression, CelExpr.CelCall call) {
        if (isFolded(expression)) {
            costs.put(expression.id(), 0L);
        }
        if (call.function().equals("_?_:_")) {
            for (CelExpr branch : call.args().subList(1, 3)) {
                if (branch.exprKind().getKind() == CelExpr.ExprKind.Kind.IDENT || isPath(branch)) {
                    costs.put(branch.id(), 0L);
                }
            }
        }
        call.target().ifPresent(this::add);
        call.args().forEach(this::add);
    }

    private static boolean isPath(CelExpr expression) {
        return expression.exprKind().getKind() == CelExpr.ExprKind.Kind.SELECT
                && !expression.select().testOnly();
    }

    private boolean isType(CelExpr expression) {
        return tree.getType(expression.id())
                .filter(type -> type.kind() == CelKind.TYPE)
                .isPresent();
    }

    /** The library reads a variable and the fields below it in one step. */
    private static long path(CelExpr expression) {
        long cost = 0;
        CelExpr at = expression;
        while (at.exprKind().getKind() == CelExpr.ExprKind.Kind.SELECT) {
            cost += at.select().testOnly() ? 0 : Costs.SELECT;
            at = at.select().operand();
        }
        boolean afterIndex = at.exprKind().getKind() == CelExpr.ExprKind.Kind.CALL
                && at.call().function().equals("_[_]");
        return afterIndex ? cost : cost + Costs.SELECT;
    }

    private static boolean isFolded(CelExpr expression) {
        return switch (expression.exprKind().getKind()) {
            case CONSTANT -> true;
            case LIST -> expression.list().elements().stream().allMatch(NodeCosts::isFolded);
            case MAP ->
                expression.map().entries().stream().allMatch(entry -> isFolded(entry.key()) && isFolded(entry.value()));
            case CALL ->
                CONVERSIONS.contains(expression.call().function())
                        && expression.call().args().stream()
                                .allMatch(argument -> argument.exprKind().getKind() == CelExpr.ExprKind.Kind.CONSTANT);
            default -> false;
        };
    }
}
