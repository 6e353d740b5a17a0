package dev.berth.cel;

import dev.berth.cel.library.KubernetesLibrary;
import dev.berth.cel.library.KubernetesTypes;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelSourceLocation;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.OptionalType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.extensions.CelExtensions;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import org.jspecify.annotations.Nullable;

/** Compiles expressions for one node of a schema: {@code self} and {@code oldSelf} have its type. */
final class RuleEnvironment {
    @SuppressWarnings("deprecation") // The server sets these options too, and the defaults differ from them.
    private static final CelOptions OPTIONS = CelOptions.current()
            .enableHeterogeneousNumericComparisons(true)
            .enableHomogeneousLiterals(false)
            .enableRegexPartialMatch(true)
            .enableHiddenAccumulatorVar(true)
            .evaluateCanonicalTypesToNativeValues(true)
            .enableUnsignedLongs(true)
            .errorOnIntWrap(true)
            .errorOnDuplicateMapKeys(true)
            .comprehensionMaxIterations(-1)
            .maxExpressionCodePointSize(100_000)
            .build();

    private final DeclaredTypes types;
    private @Nullable CelCompiler compiler;
    private @Nullable CelCompiler optionalCompiler;

    RuleEnvironment(DeclaredType self) {
        this.types = new DeclaredTypes(self);
    }

    /**
     * Returns the expression, parsed and with its types checked.
     *
     * @throws InvalidExpression if it does not compile
     */
    CelAbstractSyntaxTree compile(String expression, boolean optionalOldSelf) throws InvalidExpression {
        try {
            CelAbstractSyntaxTree tree =
                    compiler(optionalOldSelf).compile(expression).getAst();
            LiteralCheck.check(tree);
            return tree;
        } catch (CelValidationException e) {
            CelIssue first = e.getErrors().get(0);
            CelSourceLocation at = first.getSourceLocation();
            throw new InvalidExpression(first.getMessage() + " at " + at.getLine() + ":" + (at.getColumn() + 1));
        }
    }

    /**
     * Returns the expression, ready to be evaluated.
     *
     * @throws InvalidExpression if the library cannot evaluate it
     */
    static CelRuntime.Program program(CelAbstractSyntaxTree tree) throws InvalidExpression {
        try {
            return Shared.RUNTIME.createProgram(tree);
        } catch (CelEvaluationException e) {
            throw new InvalidExpression(String.valueOf(e.getMessage()));
        }
    }

    private CelCompiler compiler(boolean optionalOldSelf) {
        CelCompiler known = optionalOldSelf ? optionalCompiler : compiler;
        if (known == null) {
            known = Shared.builder()
                    .setTypeProvider(types)
                    .addVar("self", types.self())
                    .addVar("oldSelf", optionalOldSelf ? OptionalType.create(types.self()) : types.self())
                    .build();
            if (optionalOldSelf) {
                optionalCompiler = known;
            } else {
                compiler = known;
            }
        }
        return known;
    }

    /** What all nodes share. */
    private static final class Shared {
        static final KubernetesLibrary LIBRARY = new KubernetesLibrary();
        static final CelRuntime RUNTIME = runtime();
        static final CelCompiler COMPILER = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(OPTIONS)
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .addLibraries(CelExtensions.optional(), CelExtensions.comprehensions(), LIBRARY)
                .build();

        static CelCompilerBuilder builder() {
            return COMPILER.toCompilerBuilder();
        }

        private static CelRuntime runtime() {
            return CelRuntimeFactory.plannerRuntimeBuilder()
                    .setOptions(OPTIONS)
                    .setTypeProvider(KubernetesTypes.provider())
                    .addLibraries(CelExtensions.optional(), CelExtensions.comprehensions(), LIBRARY)
                    .build();
        }
    }
}
