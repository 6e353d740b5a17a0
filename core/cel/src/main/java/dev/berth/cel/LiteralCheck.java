package dev.berth.cel;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.berth.cel.value.DurationSyntax;
import dev.berth.cel.value.TimeText;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import dev.cel.common.types.CelType;
import java.util.List;
import java.util.Optional;

/**
 * What the server checks of the literals in an expression: durations, times and regular expressions must be valid, and
 * the elements of a list or map must have one type.
 *
 * <p>Mirrors the {@code ASTValidators} in {@code staging/src/k8s.io/apiserver/pkg/cel/environment/base.go}.
 */
final class LiteralCheck {
    private final CelAbstractSyntaxTree tree;

    private LiteralCheck(CelAbstractSyntaxTree tree) {
        this.tree = tree;
    }

    /**
     * Checks the literals of an expression.
     *
     * @throws InvalidExpression if one is invalid
     */
    static void check(CelAbstractSyntaxTree tree) throws InvalidExpression {
        LiteralCheck check = new LiteralCheck(tree);
        for (CelNavigableExpr node :
                CelNavigableAst.fromAst(tree).getRoot().allNodes().toList()) {
            check.check(node);
        }
    }

    private void check(CelNavigableExpr node) throws InvalidExpression {
        CelExpr expression = node.expr();
        switch (expression.exprKind().getKind()) {
            case CALL -> checkCall(expression.call());
            case LIST -> {
                if (!isArgumentOfFormat(node)) {
                    checkList(expression.list());
                }
            }
            case MAP -> {
                if (!isArgumentOfFormat(node)) {
                    checkMap(expression.map());
                }
            }
            default -> {}
        }
    }

    private void checkCall(CelExpr.CelCall call) throws InvalidExpression {
        Optional<String> literal =
                call.args().size() == 1 ? Literals.string(call.args().get(0)) : Optional.empty();
        if (literal.isPresent()) {
            String text = literal.get();
            boolean valid =
                    switch (call.function()) {
                        case "duration" -> DurationSyntax.parse(text).isPresent();
                        case "timestamp" -> TimeText.isTimestamp(text);
                        case "matches" -> isRegex(text);
                        default -> true;
                    };
            if (!valid) {
                throw new InvalidExpression("invalid " + call.function() + " argument '" + text + "'");
            }
        }
        if (call.function().equals("format")) {
            FormatCheck.check(tree, call);
        }
    }

    private static boolean isRegex(String text) {
        try {
            Pattern.compile(text);
            return true;
        } catch (PatternSyntaxException invalid) {
            return false;
        }
    }

    private void checkList(CelExpr.CelList list) throws InvalidExpression {
        CelType first = null;
        for (int i = 0; i < list.elements().size(); i++) {
            CelType type = type(list.elements().get(i), list.optionalIndices().contains(i));
            first = first == null ? type : first;
            requireSame(first, type);
        }
    }

    private void checkMap(CelExpr.CelMap map) throws InvalidExpression {
        CelType firstKey = null;
        CelType firstValue = null;
        for (CelExpr.CelMap.Entry entry : map.entries()) {
            CelType key = type(entry.key(), false);
            CelType value = type(entry.value(), entry.optionalEntry());
            firstKey = firstKey == null ? key : firstKey;
            firstValue = firstValue == null ? value : firstValue;
            requireSame(firstKey, key);
            requireSame(firstValue, value);
        }
    }

    private CelType type(CelExpr expression, boolean optional) {
        CelType type = tree.getType(expression.id()).orElseThrow();
        return optional ? type.parameters().get(0) : type;
    }

    private static void requireSame(CelType expected, CelType actual) throws InvalidExpression {
        if (!isSame(expected, actual)) {
            throw new InvalidExpression(
                    "a list or map has values of the types '" + expected.name() + "' and '" + actual.name() + "'");
        }
    }

    private static boolean isSame(CelType one, CelType other) {
        List<CelType> parameters = one.parameters();
        boolean same = one.kind() == other.kind()
                && one.name().equals(other.name())
                && parameters.size() == other.parameters().size();
        for (int i = 0; same && i < parameters.size(); i++) {
            same = isSame(parameters.get(i), other.parameters().get(i));
        }
        return same;
    }

    private static boolean isArgumentOfFormat(CelNavigableExpr node) {
        Optional<CelNavigableExpr> parent = node.parent();
        while (parent.isPresent()) {
            CelExpr expression = parent.get().expr();
            if (expression.exprKind().getKind() == CelExpr.ExprKind.Kind.CALL
                    && expression.call().function().equals("format")) {
                return true;
            }
            parent = parent.get().parent();
        }
        return false;
    }
}
