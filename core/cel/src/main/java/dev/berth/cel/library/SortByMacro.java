package dev.berth.cel.library;

import dev.cel.common.ast.CelExpr;
import dev.cel.parser.CelMacro;
import dev.cel.parser.CelMacroExprFactory;
import java.util.List;
import java.util.Optional;

/**
 * The macro {@code list.sortBy(e, key)}, which binds the list, and sorts it by the keys of its elements. Mirrors
 * {@code sortByMacro} in {@code ext/lists.go} of {@code cel-go}.
 */
final class SortByMacro {
    static final CelMacro MACRO = CelMacro.newReceiverMacro("sortBy", 2, SortByMacro::expand);

    private static final String INPUT = "@__sortBy_input__";

    private SortByMacro() {}

    private static Optional<CelExpr> expand(CelMacroExprFactory factory, CelExpr list, List<CelExpr> arguments) {
        CelExpr variable = arguments.get(0);
        if (variable.exprKind().getKind() != CelExpr.ExprKind.Kind.IDENT) {
            return Optional.of(factory.reportError("argument is not an identifier"));
        }
        String accumulator = factory.getAccumulatorVarName();
        CelExpr keys = factory.fold(
                variable.ident().name(),
                factory.newIdentifier(INPUT),
                accumulator,
                factory.newList(),
                factory.newBoolLiteral(true),
                factory.newGlobalCall("_+_", factory.newIdentifier(accumulator), factory.newList(arguments.get(1))),
                factory.newIdentifier(accumulator));
        return Optional.of(factory.fold(
                "#unused",
                factory.newList(),
                INPUT,
                list,
                factory.newBoolLiteral(false),
                factory.newIdentifier(INPUT),
                factory.newReceiverCall(ListExtensions.SORT_BY_KEYS, factory.newIdentifier(INPUT), keys)));
    }
}
