package dev.berth.cel.library;

import dev.cel.checker.CelCheckerBuilder;
import dev.cel.compiler.CelCompilerLibrary;
import dev.cel.parser.CelParserBuilder;
import dev.cel.runtime.CelRuntimeBuilder;
import dev.cel.runtime.CelRuntimeLibrary;

/**
 * The functions and macros of CEL in Kubernetes 1.36.
 *
 * <p>Mirrors {@code baseOpts} in {@code staging/src/k8s.io/apiserver/pkg/cel/environment/base.go}, without the functions
 * of authorizers, which rules of custom resources cannot use.
 */
public final class KubernetesLibrary implements CelCompilerLibrary, CelRuntimeLibrary {
    private final FunctionTable table = new FunctionTable();

    /** The library of Kubernetes 1.36. */
    public KubernetesLibrary() {
        ListFunctions.addTo(table);
        ListExtensions.addTo(table);
        SetFunctions.addTo(table);
        StringFunctions.addTo(table);
        RegexFunctions.addTo(table);
        UrlFunctions.addTo(table);
        QuantityFunctions.addTo(table);
        AddressFunctions.addTo(table);
        FormatFunctions.addTo(table);
        SemverFunctions.addTo(table);
    }

    @Override
    public void setParserOptions(CelParserBuilder builder) {
        builder.addMacros(SortByMacro.MACRO).addMacros(OptionalMacros.macros());
    }

    @Override
    public void setCheckerOptions(CelCheckerBuilder builder) {
        builder.addFunctionDeclarations(table.declarations());
    }

    @Override
    public void setRuntimeOptions(CelRuntimeBuilder builder) {
        builder.setStandardFunctions(Operators.remaining());
        builder.addFunctionBindings(Operators.replacements());
        builder.addFunctionBindings(table.bindings());
    }
}
