package dev.berth.rules.version;

import dev.berth.cluster.KubernetesVersion;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The versions from one to another, both included, as the pages of the feature gates state them.
 *
 * @param first a version, or {@link #OLDEST}
 * @param last a version, or {@link #OPEN} if it is still on in the newest one
 */
record VersionRange(KubernetesVersion first, KubernetesVersion last) {

    /** The start of a range that began before all versions that can be a target. */
    static final KubernetesVersion OLDEST = KubernetesVersion.newestPatchOf(0);

    /** The end of a range that has not ended. */
    static final KubernetesVersion OPEN = KubernetesVersion.newestPatchOf(Integer.MAX_VALUE);

    /** Reads ranges such as {@code 35.0..35.3,37..}; a dash means no version. */
    static List<VersionRange> read(String column) {
        return column.equals("-")
                ? List.of()
                : Arrays.stream(column.split(",", -1)).map(VersionRange::of).toList();
    }

    private static VersionRange of(String range) {
        int dots = range.indexOf("..");
        return new VersionRange(
                bound(range.substring(0, dots), OLDEST), bound(range.substring(dots + "..".length()), OPEN));
    }

    private static KubernetesVersion bound(String text, KubernetesVersion open) {
        if (text.isEmpty()) {
            return open;
        }
        int dot = text.indexOf('.');
        return dot < 0
                ? KubernetesVersion.newestPatchOf(Integer.parseInt(text))
                : KubernetesVersion.of(
                        Integer.parseInt(text.substring(0, dot)), Integer.parseInt(text.substring(dot + 1)));
    }

    /** Describes the ranges for a message: {@code in 1.35.0 to 1.35.3 and since 1.37}. */
    static String describe(List<VersionRange> ranges) {
        return ranges.stream().map(VersionRange::toString).collect(Collectors.joining(" and "));
    }

    /** Returns whether the version is one of the range. */
    boolean contains(KubernetesVersion version) {
        return version.isAtLeast(first) && version.compareTo(last) <= 0;
    }

    @Override
    public String toString() {
        return last.equals(OPEN)
                ? "since " + first
                : first.equals(OLDEST) ? "up to " + last : "in " + first + " to " + last;
    }
}
