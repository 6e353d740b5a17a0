package dev.berth.cel.cost;

import dev.cel.common.ast.CelExpr;
import dev.cel.runtime.CelEvaluationListener;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts what an evaluation costs, and stops it at the limit of the server for one expression.
 *
 * <p>Mirrors {@code interpreter/runtimecost.go} of {@code cel-go} 0.26.
 */
public final class RuntimeCost implements CelEvaluationListener {
    /** What one evaluation may cost: {@code PerCallLimit} in {@code staging/src/k8s.io/apiserver/pkg/apis/cel/config.go}. */
    private static final long LIMIT = 1_000_000;

    private final Map<Long, Object> values = new HashMap<>();
    private long cost;

    /** Returns what the evaluation cost so far. */
    public long cost() {
        return cost;
    }

    @Override
    public void callback(CelExpr expression, Object value) {
        values.put(expression.id(), value);
        cost += switch (expression.exprKind().getKind()) {
            case IDENT, SELECT -> attribute(expression);
            case CALL -> ActualCost.of(expression.call().function(), arguments(expression.call()), value);
            case LIST -> Costs.LIST;
            case MAP -> Costs.MAP;
            default -> 0;
        };
        if (cost > LIMIT) {
            throw new CostExceeded();
        }
    }

    /** The library reads a variable and the fields below it in one step. */
    private static long attribute(CelExpr expression) {
        long cost = Costs.SELECT;
        CelExpr at = expression;
        while (at.exprKind().getKind() == CelExpr.ExprKind.Kind.SELECT) {
            cost += at.select().testOnly() ? 0 : Costs.SELECT;
            at = at.select().operand();
        }
        return cost;
    }

    private List<Object> arguments(CelExpr.CelCall call) {
        List<Object> arguments = new ArrayList<>(call.args().size() + 1);
        call.target().ifPresent(target -> arguments.add(value(target)));
        call.args().forEach(argument -> arguments.add(value(argument)));
        return arguments;
    }

    private Object value(CelExpr expression) {
        Object value = values.get(expression.id());
        return value == null ? Boolean.FALSE : value;
    }
}
