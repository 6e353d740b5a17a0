package dev.berth.cel;

import dev.berth.cel.cost.CostExceeded;
import dev.berth.cel.cost.ExpressionCost;
import dev.berth.cel.cost.NodeCosts;
import dev.berth.cel.cost.RuntimeCost;
import dev.berth.cel.cost.SizeLookup;
import dev.berth.cel.value.InvalidData;
import dev.berth.cel.value.RuleError;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.types.CelType;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.util.Map;
import java.util.Optional;

/** An expression that compiles, with what it costs at most. */
final class Expression {
    private final CelAbstractSyntaxTree tree;
    private final CelRuntime.Program program;
    private final NodeCosts costs;

    private Expression(CelAbstractSyntaxTree tree, CelRuntime.Program program) {
        this.tree = tree;
        this.program = program;
        this.costs = NodeCosts.of(tree);
    }

    /**
     * Returns the compiled expression.
     *
     * @throws InvalidExpression if it does not compile, or has another type
     */
    static Expression compile(RuleEnvironment environment, String text, boolean optionalOldSelf, CelType type)
            throws InvalidExpression {
        CelAbstractSyntaxTree tree = environment.compile(text, optionalOldSelf);
        if (!tree.getResultType().equals(type)) {
            throw new InvalidExpression("must be a " + type.name() + ", but is a "
                    + tree.getResultType().name());
        }
        return new Expression(tree, RuleEnvironment.program(tree));
    }

    /** Returns whether it refers to the value that is replaced. */
    boolean usesOldSelf() {
        return tree.getReferenceMap().values().stream()
                .anyMatch(reference -> reference.name().equals("oldSelf"));
    }

    /** Returns the most that an evaluation can cost. */
    long mostCost(SizeLookup sizes) {
        return ExpressionCost.most(tree, sizes);
    }

    /** Evaluates the expression. */
    Evaluation evaluate(Map<String, Object> variables) {
        RuntimeCost cost = new RuntimeCost(costs);
        try {
            Object value = program.trace(name -> Optional.ofNullable(variables.get(name)), cost);
            return value instanceof InvalidData data
                    ? Evaluation.failed(data.problem(), cost.cost())
                    : new Evaluation(value, "", cost.cost(), false);
        } catch (CostExceeded e) {
            return new Evaluation("", "", cost.cost(), true);
        } catch (CelEvaluationException e) {
            InvalidData invalid = cost.invalidData();
            return Evaluation.failed(invalid == null ? problem(e) : invalid.problem(), cost.cost());
        }
    }

    private static String problem(CelEvaluationException failure) {
        return switch (failure.getErrorCode()) {
            case DIVIDE_BY_ZERO -> "division by zero";
            case NUMERIC_OVERFLOW -> "integer overflow";
            case OVERLOAD_NOT_FOUND ->
                "no such overload: " + rootMessage(failure).replaceFirst(" Overload candidates.*", "");
            default -> rootMessage(failure);
        };
    }

    private static String rootMessage(Throwable failure) {
        Throwable at = failure;
        while (at.getCause() != null && at.getCause().getMessage() != null && !(at instanceof RuleError)) {
            at = at.getCause();
        }
        return String.valueOf(at.getMessage());
    }
}
