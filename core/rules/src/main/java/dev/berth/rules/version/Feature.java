package dev.berth.rules.version;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A field, or a value of a field, that not every version has.
 *
 * @param kind the kind that has it; {@code Pod} for every kind with a pod template
 * @param path its path, step by step; a step of several names means each of them, and one without a name each element
 * @param value the values that are meant; empty for all
 * @param gate the feature gate; empty where there is none
 * @param since the first minor version that has it, behind the gate
 * @param on the first minor version with the gate on by default
 * @param off the first minor version without it
 */
record Feature(String kind, List<List<String>> path, Optional<Pattern> value, String gate, int since, int on, int off) {

    static final List<Feature> ALL =
            Table.read("features.txt").stream().map(Feature::of).toList();

    private static final Map<KubernetesVersion, List<Feature>> ABSENT = Arrays.stream(KubernetesVersion.values())
            .collect(Collectors.toMap(Function.identity(), version -> ALL.stream()
                    .filter(feature -> !feature.isOnIn(version))
                    .toList()));

    /** Those that a version does not have without being asked, in the order of the table. */
    static List<Feature> absentIn(KubernetesVersion version) {
        return ABSENT.getOrDefault(version, List.of());
    }

    private static Feature of(List<String> columns) {
        String field = columns.get(1);
        int equals = field.indexOf('=');
        String path = equals < 0 ? field : field.substring(0, equals);
        return new Feature(
                columns.get(0),
                steps(path),
                equals < 0 ? Optional.empty() : Optional.of(Pattern.compile(field.substring(equals + 1))),
                columns.get(2).equals("-") ? "" : columns.get(2),
                Table.minor(columns.get(3)),
                Table.minor(columns.get(4)),
                Table.minor(columns.get(5)));
    }

    private static List<List<String>> steps(String path) {
        return Arrays.stream(path.replace("[]", ".").split("\\.", -1))
                .map(step -> step.isEmpty()
                        ? List.<String>of()
                        : List.of(step.replaceAll("[{}]", "").split(",", -1)))
                .toList();
    }

    /** Whether a version has it without being asked. */
    boolean isOnIn(KubernetesVersion version) {
        return version.minor() >= on && version.minor() < off;
    }

    /** Why a version does not have it, and which one does. */
    String absence(KubernetesVersion version) {
        if (version.minor() >= off) {
            return "Kubernetes " + version + " does not have it any more: "
                    + (gate.isEmpty()
                            ? "it is gone since 1." + off
                            : "the gate " + gate + " is off again since 1." + off)
                    + ".";
        }
        String known = on == Table.NEVER ? "no version has it on by default" : "it is on by default since 1." + on;
        return version.minor() < since
                ? "Kubernetes " + version + " does not have it: it is there since 1." + since + ", and " + known + "."
                : "Kubernetes " + version + " has it only behind the gate " + gate + ": " + known + ".";
    }
}
