package dev.berth.cel.library;

import com.google.common.primitives.UnsignedLong;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelKind;
import dev.cel.common.types.CelType;
import dev.cel.common.values.CelByteString;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelFunctionOverload;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Functions of CEL: their declarations for the type check, and what they do. */
final class FunctionTable {
    private record Overload(CelOverloadDecl declaration, CelFunctionBinding binding) {}

    private final Map<String, List<Overload>> functions = new LinkedHashMap<>();

    /** Adds a function that is called on its first argument, as in {@code quantity.add(other)}. */
    void member(String function, String id, CelType result, CelFunctionOverload body, CelType... arguments) {
        add(function, CelOverloadDecl.newMemberOverload(id, result, arguments), body, arguments);
    }

    /** Adds a function that is called with its arguments, as in {@code quantity(text)}. */
    void global(String function, String id, CelType result, CelFunctionOverload body, CelType... arguments) {
        add(function, CelOverloadDecl.newGlobalOverload(id, result, arguments), body, arguments);
    }

    private void add(String function, CelOverloadDecl declaration, CelFunctionOverload body, CelType... arguments) {
        List<Class<?>> classes = new ArrayList<>();
        for (CelType argument : arguments) {
            classes.add(javaClass(argument));
        }
        CelFunctionBinding binding = binding(declaration.overloadId(), classes, body);
        functions.computeIfAbsent(function, name -> new ArrayList<>()).add(new Overload(declaration, binding));
    }

    /** The runtime dispatches faster if it knows the number of arguments. */
    private static CelFunctionBinding binding(String id, List<Class<?>> classes, CelFunctionOverload body) {
        return switch (classes.size()) {
            case 1 -> CelFunctionBinding.from(id, classes.get(0), one -> body.apply(new Object[] {one}));
            case 2 ->
                CelFunctionBinding.from(
                        id, classes.get(0), classes.get(1), (one, two) -> body.apply(new Object[] {one, two}));
            default -> CelFunctionBinding.from(id, classes, body);
        };
    }

    /** Returns the declarations. */
    List<CelFunctionDecl> declarations() {
        List<CelFunctionDecl> declarations = new ArrayList<>();
        functions.forEach((name, overloads) -> declarations.add(CelFunctionDecl.newFunctionDeclaration(
                name, overloads.stream().map(Overload::declaration).toList())));
        return declarations;
    }

    /** Returns what the functions do. */
    List<CelFunctionBinding> bindings() {
        List<CelFunctionBinding> bindings = new ArrayList<>();
        functions.forEach((name, overloads) -> bindings.addAll(CelFunctionBinding.fromOverloads(
                name, overloads.stream().map(Overload::binding).toList())));
        return bindings;
    }

    private static Class<?> javaClass(CelType type) {
        CelKind kind = type.kind();
        return switch (kind) {
            case BOOL -> Boolean.class;
            case BYTES -> CelByteString.class;
            case DOUBLE -> Double.class;
            case DURATION -> Duration.class;
            case INT -> Long.class;
            case LIST -> List.class;
            case MAP -> Map.class;
            case STRING -> String.class;
            case TIMESTAMP -> Instant.class;
            case UINT -> UnsignedLong.class;
            case OPAQUE -> type.name().equals("optional_type") ? Optional.class : KubernetesTypes.javaClass(type);
            default -> Object.class;
        };
    }
}
