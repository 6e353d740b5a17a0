package dev.berth.cel.library;

import static dev.berth.cel.library.KubernetesTypes.FORMAT;
import static dev.cel.common.types.SimpleType.STRING;

import dev.cel.common.types.ListType;
import dev.cel.common.types.OptionalType;
import java.util.List;
import java.util.Optional;

/** Named formats of strings. Mirrors {@code staging/src/k8s.io/apiserver/pkg/cel/library/format.go}. */
final class FormatFunctions {
    private FormatFunctions() {}

    static void addTo(FunctionTable table) {
        table.member(
                "validate",
                "format-validate",
                OptionalType.create(ListType.create(STRING)),
                args -> validate((NamedFormat) args[0], (String) args[1]),
                FORMAT,
                STRING);
        table.global(
                "format.named",
                "format-named",
                OptionalType.create(FORMAT),
                args -> NamedFormat.named((String) args[0]),
                STRING);
        for (NamedFormat format : NamedFormat.values()) {
            table.global("format." + format.key(), "format." + format.key(), FORMAT, args -> format);
        }
    }

    private static Optional<List<String>> validate(NamedFormat format, String text) {
        String problem = format.problem(text);
        return problem == null ? Optional.empty() : Optional.of(List.of(problem));
    }
}
