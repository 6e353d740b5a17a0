package dev.berth.cel.cost;

import dev.berth.cel.value.InvalidData;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.values.NullValue;
import dev.cel.runtime.CelEvaluationListener;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Counts what an evaluation costs, and stops it at the limit of the server for one expression.
 *
 * <p>Mirrors {@code interpreter/runtimecost.go} of {@code cel-go} 0.26.
 */
public final class RuntimeCost implements CelEvaluationListener {
    /** What one evaluation may cost: {@code PerCallLimit} in {@code staging/src/k8s.io/apiserver/pkg/apis/cel/config.go}. */
    private static final long LIMIT = 1_000_000;

    private final NodeCosts nodes;
    private final Map<Long, Object> values = new HashMap<>();
    private @Nullable CelExpr last;
    private @Nullable InvalidData invalid;
    private long cost;

    /** Counts an evaluation of an expression with these parts. */
    public RuntimeCost(NodeCosts nodes) {
        this.nodes = nodes;
    }

    /** Returns what the evaluation cost so far. */
    public long cost() {
        return cost;
    }

    /** Returns a value without the type of its schema, which makes each function fail that uses it; null if there is none. */
    public @Nullable InvalidData invalidData() {
        return invalid;
    }

    @Override
    public void callback(CelExpr expression, Object value) {
        values.put(expression.id(), value);
        if (value instanceof InvalidData data) {
            invalid = data;
        }
        if (expression == last) {
            return; // the library reports some parts twice
        }
        last = expression;
        long known = nodes.cost(expression);
        cost += known >= 0 ? known : ActualCost.of(expression.call().function(), arguments(expression.call()), value);
        if (cost > LIMIT) {
            throw new CostExceeded();
        }
    }

    private List<Object> arguments(CelExpr.CelCall call) {
        List<Object> arguments = new ArrayList<>(call.args().size() + 1);
        call.target().ifPresent(target -> arguments.add(value(target)));
        call.args().forEach(argument -> arguments.add(value(argument)));
        return arguments;
    }

    private Object value(CelExpr expression) {
        Object value = values.get(expression.id());
        return value == null ? NullValue.NULL_VALUE : value;
    }
}
