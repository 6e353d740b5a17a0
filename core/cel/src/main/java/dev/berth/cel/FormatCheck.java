package dev.berth.cel;

import static dev.cel.common.types.CelKind.BOOL;
import static dev.cel.common.types.CelKind.BYTES;
import static dev.cel.common.types.CelKind.DOUBLE;
import static dev.cel.common.types.CelKind.DURATION;
import static dev.cel.common.types.CelKind.DYN;
import static dev.cel.common.types.CelKind.INT;
import static dev.cel.common.types.CelKind.LIST;
import static dev.cel.common.types.CelKind.MAP;
import static dev.cel.common.types.CelKind.NULL_TYPE;
import static dev.cel.common.types.CelKind.STRING;
import static dev.cel.common.types.CelKind.TIMESTAMP;
import static dev.cel.common.types.CelKind.TYPE;
import static dev.cel.common.types.CelKind.UINT;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.CelKind;
import dev.cel.common.types.CelType;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Checks calls of {@code format} whose template and list of arguments are written in the expression. Mirrors
 * {@code stringFormatValidator} in {@code ext/formatting.go} of {@code cel-go}.
 */
final class FormatCheck {
    private static final Pattern CLAUSE = Pattern.compile("%(%|(?:\\.[0-9]*)?(.)?)", Pattern.DOTALL);
    private static final Set<CelKind> PRINTABLE =
            EnumSet.of(LIST, MAP, INT, UINT, DOUBLE, BOOL, STRING, TIMESTAMP, BYTES, DURATION, TYPE, NULL_TYPE, DYN);

    private FormatCheck() {}

    static void check(CelAbstractSyntaxTree tree, CelExpr.CelCall call) throws InvalidExpression {
        Optional<String> template = call.target().flatMap(Literals::string);
        boolean written =
                call.args().size() == 1 && call.args().get(0).exprKind().getKind() == CelExpr.ExprKind.Kind.LIST;
        if (template.isEmpty() || !written) {
            return;
        }
        List<CelExpr> arguments = call.args().get(0).list().elements();
        int next = 0;
        Matcher clause = CLAUSE.matcher(template.get());
        while (clause.find()) {
            if (clause.group(1).equals("%")) {
                continue;
            }
            String verb = clause.group(2) == null ? "" : clause.group(2);
            if (next >= arguments.size()) {
                throw new InvalidExpression("format has more clauses than arguments");
            }
            CelType type = tree.getType(arguments.get(next++).id()).orElseThrow();
            if (!fits(verb, type)) {
                throw new InvalidExpression(
                        "format cannot write a value of the type '" + type.name() + "' as %" + verb);
            }
        }
        if (next < arguments.size()) {
            throw new InvalidExpression("format has more arguments than clauses");
        }
    }

    private static boolean fits(String verb, CelType type) {
        Set<CelKind> kinds =
                switch (verb) {
                    case "s" -> PRINTABLE;
                    case "d", "o" -> EnumSet.of(INT, UINT, DYN);
                    case "f", "e" -> EnumSet.of(DOUBLE, STRING, DYN);
                    case "b" -> EnumSet.of(INT, UINT, BOOL, DYN);
                    case "x", "X" -> EnumSet.of(INT, UINT, STRING, BYTES, DYN);
                    default -> EnumSet.noneOf(CelKind.class);
                };
        boolean container = type.kind() == LIST || type.kind() == MAP;
        return kinds.contains(type.kind())
                && (!container || type.parameters().stream().allMatch(inner -> fits(verb, inner)));
    }
}
