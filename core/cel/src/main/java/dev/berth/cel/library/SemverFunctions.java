package dev.berth.cel.library;

import static dev.berth.cel.library.KubernetesTypes.SEMVER;
import static dev.cel.common.types.SimpleType.BOOL;
import static dev.cel.common.types.SimpleType.INT;
import static dev.cel.common.types.SimpleType.STRING;

import dev.berth.cel.value.RuleError;
import java.util.Optional;

/** Semantic versions. Mirrors {@code staging/src/k8s.io/apiserver/pkg/cel/library/semverlib.go}. */
final class SemverFunctions {
    private SemverFunctions() {}

    static void addTo(FunctionTable table) {
        table.global("semver", "string_to_semver", SEMVER, args -> require(args[0], false), STRING);
        table.global("semver", "string_bool_to_semver", SEMVER, args -> require(args[0], args[1]), STRING, BOOL);
        table.global(
                "isSemver",
                "is_semver_string",
                BOOL,
                args -> parse(args[0], false).isPresent(),
                STRING);
        table.global(
                "isSemver",
                "is_semver_string_bool",
                BOOL,
                args -> parse(args[0], args[1]).isPresent(),
                STRING,
                BOOL);
        table.member("major", "semver_major", INT, args -> ((Semver) args[0]).major(), SEMVER);
        table.member("minor", "semver_minor", INT, args -> ((Semver) args[0]).minor(), SEMVER);
        table.member("patch", "semver_patch", INT, args -> ((Semver) args[0]).patch(), SEMVER);
        table.member("isGreaterThan", "semver_is_greater_than", BOOL, args -> compare(args) > 0, SEMVER, SEMVER);
        table.member("isLessThan", "semver_is_less_than", BOOL, args -> compare(args) < 0, SEMVER, SEMVER);
        table.member("compareTo", "semver_compare_to", INT, args -> (long) compare(args), SEMVER, SEMVER);
    }

    private static Optional<Semver> parse(Object text, Object normalize) {
        return (Boolean) normalize ? Semver.parseNormalized((String) text) : Semver.parse((String) text);
    }

    private static Semver require(Object text, Object normalize) {
        return parse(text, normalize).orElseThrow(() -> new RuleError("'" + text + "' is not a semantic version"));
    }

    private static int compare(Object[] args) {
        return Integer.signum(((Semver) args[0]).compareTo((Semver) args[1]));
    }
}
