package dev.berth.cel.library;

import dev.cel.common.ast.CelExpr;
import dev.cel.parser.CelMacro;
import dev.cel.parser.CelMacroExprFactory;
import java.util.List;
import java.util.Optional;

/**
 * The macros {@code optMap} and {@code optFlatMap} in the form that the server expands them to, because their cost depends
 * on it. Mirrors {@code optMap} and {@code optFlatMap} in {@code cel/library.go} of {@code cel-go}.
 */
final class OptionalMacros {
    private OptionalMacros() {}

    static List<CelMacro> macros() {
        return List.of(
                CelMacro.newReceiverMacro(
                        "optMap", 2, (factory, target, arguments) -> expand(factory, target, arguments, true)),
                CelMacro.newReceiverMacro(
                        "optFlatMap", 2, (factory, target, arguments) -> expand(factory, target, arguments, false)));
    }

    private static Optional<CelExpr> expand(
            CelMacroExprFactory factory, CelExpr target, List<CelExpr> arguments, boolean wrap) {
        CelExpr variable = arguments.get(0);
        if (variable.exprKind().getKind() != CelExpr.ExprKind.Kind.IDENT) {
            return Optional.of(factory.reportError("the first argument must be a simple name"));
        }
        String name = variable.ident().name();
        CelExpr mapped = factory.fold(
                "#unused",
                factory.newList(),
                name,
                factory.newReceiverCall("value", factory.copy(target)),
                factory.newBoolLiteral(false),
                factory.newIdentifier(name),
                arguments.get(1));
        return Optional.of(factory.newGlobalCall(
                "_?_:_",
                factory.newReceiverCall("hasValue", target),
                wrap ? factory.newGlobalCall("optional.of", mapped) : mapped,
                factory.newGlobalCall("optional.none")));
    }
}
