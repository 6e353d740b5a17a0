package dev.berth.rules.version;

import dev.berth.cluster.KubernetesVersion;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An API version that not every version of Kubernetes serves.
 *
 * @param since the first minor version that serves it; 0 if that is before all versions that can be a target
 * @param gone the first minor version that no longer serves it
 * @param use what to write instead
 * @param source where this is stated
 */
public record ApiVersion(String name, List<String> kinds, int since, int gone, String use, String source) {

    static final List<ApiVersion> ALL =
            Table.read("apis.txt").stream().map(ApiVersion::of).toList();

    private static final Map<String, List<ApiVersion>> BY_NAME =
            ALL.stream().collect(Collectors.groupingBy(ApiVersion::name));

    private static ApiVersion of(List<String> columns) {
        return new ApiVersion(
                columns.get(0),
                List.of(columns.get(1).split(",", -1)),
                columns.get(2).equals("-") ? 0 : Integer.parseInt(columns.get(2)),
                Table.minor(columns.get(3)),
                columns.get(4).replace('-', ' '),
                columns.get(5));
    }

    /** Returns the row of an object; empty if every version serves it. */
    public static Optional<ApiVersion> of(String apiVersion, String kind) {
        for (ApiVersion row : BY_NAME.getOrDefault(apiVersion, List.of())) {
            if (row.kinds.contains("*") || row.kinds.contains(kind)) {
                return Optional.of(row);
            }
        }
        return Optional.empty();
    }

    /** Returns why a version does not serve it, and what to write instead; empty if it does. */
    public Optional<String> absence(KubernetesVersion version, String kind) {
        String what = "Kubernetes " + version + " does not serve " + kind + " of " + name;
        if (version.minor() >= gone) {
            return Optional.of(what + ": it was removed in 1." + gone + ". Use " + use + ".");
        }
        return version.minor() < since
                ? Optional.of(what + ": it was added in 1." + since + ". Use " + use + ", or a newer version.")
                : Optional.empty();
    }
}
