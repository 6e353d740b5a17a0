package dev.berth.rules.version;

import dev.berth.cluster.KubernetesVersion;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A field, or a value of a field, that not every version has.
 *
 * @param kind the kind that has it; {@code Pod} for every kind with a pod template
 * @param path its path, step by step; a step of several names stands for each of them, and a step without a name for
 *     each element
 * @param value the affected values; empty for all
 * @param gate the feature gate; empty if there is none
 * @param since the first minor version that has it, behind the gate
 * @param on the versions that have it by default
 * @param source where this is stated
 */
public record Feature(
        String kind,
        List<List<String>> path,
        Optional<Pattern> value,
        String gate,
        int since,
        List<VersionRange> on,
        String source) {

    static final List<Feature> ALL =
            Table.read("features.txt").stream().map(Feature::of).toList();

    /** Returns the features that a version does not have by default, in the order of the table. */
    static List<Feature> absentIn(KubernetesVersion version) {
        return ALL.stream().filter(feature -> !feature.isOnIn(version)).toList();
    }

    /**
     * Returns whether a version has the fields behind a feature gate by default.
     *
     * @param gate a gate of the table
     */
    public static boolean isOn(String gate, KubernetesVersion version) {
        return ALL.stream()
                .filter(feature -> feature.gate.equals(gate))
                .findFirst()
                .orElseThrow()
                .isOnIn(version);
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
                Integer.parseInt(columns.get(3)),
                VersionRange.read(columns.get(4)),
                columns.get(5));
    }

    private static List<List<String>> steps(String path) {
        return Arrays.stream(path.replace("[]", ".").split("\\.", -1))
                .map(step -> step.isEmpty()
                        ? List.<String>of()
                        : List.of(step.replace("{", "").replace("}", "").split(",", -1)))
                .toList();
    }

    /** Returns whether a version has it by default. */
    boolean isOnIn(KubernetesVersion version) {
        return on.stream().anyMatch(range -> range.contains(version));
    }

    /** Returns why a version does not have it, and which version does. */
    public String absence(KubernetesVersion version) {
        if (gate.isEmpty()) {
            return "Kubernetes " + version + " does not have it: it was removed in 1."
                    + (on.get(0).last().minor() + 1) + ".";
        }
        String behind = "behind the feature gate " + gate + ", which is "
                + (on.isEmpty() ? "off by default in every version" : "on by default " + VersionRange.describe(on))
                + ".";
        return version.minor() < since
                ? "Kubernetes " + version + " does not have it: it was added in 1." + since + " " + behind
                : "Kubernetes " + version + " has it only " + behind;
    }
}
